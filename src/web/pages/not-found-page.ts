import { html } from './html';
import { pageShell } from './page-shell';
import type { PageWords } from './page-words';

/** What people see when there is nothing at an address. It does not repeat the address. */
export function notFoundPage(words: PageWords): string {
  const own = words['not-found'];
  return pageShell(words.site, {
    title: own.title,
    skip: own.title,
    main: html`<div class="prose">
      <h1>${own.title}</h1>
      <p>${own.text}</p>
      <p><a href="/notice">${own['read-notice']}</a></p>
    </div>`,
  });
}
