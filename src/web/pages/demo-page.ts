import type { NoticeVersion } from '../../notice/notice';
import { html } from './html';
import { pageShell } from './page-shell';
import type { PageWords } from './page-words';
import { REQUEST_PATH } from './request-parts';

/** Returns a page as the landlord's own could be, with the widget on it, for trying the desk out. */
export function demoPage(notice: NoticeVersion, words: PageWords): string {
  const [introduction] = notice.sections;
  const paragraphs = (introduction?.passages ?? []).map(({ text }) => html`<p>${text}</p>`);
  return pageShell(words.site, {
    title: words.demo.title,
    skip: words.demo.skip,
    scripts: ['/widget.js'],
    main: html`<div class="prose">
      <h1>${words.demo.title}</h1>
      <p class="note petrol">${words.demo.about}</p>
      <div class="prose notice-words">${paragraphs}</div>
      <p><a href="/notice">${words.demo['read-notice']}</a></p>
      <p><a href="${REQUEST_PATH}">${words.demo['use-form']}</a></p>
    </div>`,
  });
}
