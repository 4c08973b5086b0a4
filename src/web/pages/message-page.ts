import { html } from './html';
import { linkedText } from './linked-text';
import { requestPage, type PageNotes, type RequestPageSources } from './request-parts';

export interface MessagePage {
  readonly title: string;
  readonly texts: readonly string[];
  readonly link: { readonly href: string; readonly text: string };
  readonly notes?: PageNotes;
}

/** A page that only says something, and leads on. */
export function messagePage({ title, texts, link, notes }: MessagePage, sources: RequestPageSources): string {
  return requestPage(
    {
      title,
      notes,
      main: html`<h1>${title}</h1>
        ${texts.map((text) => html`<p class="lead">${linkedText(text)}</p> `)}
        <p><a href="${link.href}">${link.text}</a></p>`,
    },
    sources,
  );
}
