import { html, type Html } from './html';
import { ICON_PATH } from './page-icon';
import { PAGE_STYLES_PATH } from './page-styles';
import type { PageWords } from './page-words';

/** One page of the site, without what all pages have. */
export interface Page {
  /** Of the browser's tab. Never holds personal data; the organisation is added. */
  readonly title: string;
  /** What the skip link says. */
  readonly skip: string;
  readonly main: Html;
  readonly foot?: Html;
  /** Addresses of scripts on this server. The notice needs none. */
  readonly scripts?: readonly string[];
}

/** Two hyphens: no id of a section or passage has them, so none can be the same. */
const MAIN_ID = 'page--main';

/** Returns a whole page. It has no inline style or script and asks no other server for anything. */
export function pageShell(site: PageWords['site'], page: Page): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} - ${site.organisation}</title>
        <link rel="icon" href="${ICON_PATH}" type="image/svg+xml" />
        <link rel="stylesheet" href="${PAGE_STYLES_PATH}" />
        ${page.scripts?.map((address) => html`<script src="${address}" defer></script> `)}
      </head>
      <body>
        <a class="skip" href="#${MAIN_ID}">${page.skip}</a>
        ${header(site)}
        <main class="page" id="${MAIN_ID}" tabindex="-1">${page.main}</main>
        ${page.foot && html`<footer class="foot"><div class="page">${page.foot}</div></footer>`}
      </body>
    </html> `.markup;
}

function header({ organisation, leave, 'leave-to': leaveTo }: PageWords['site']): Html {
  return html`<header class="bar">
    <div class="page">
      <b>${MARK}${organisation}</b>
      <a class="no-print" href="${leaveTo}" rel="noreferrer">${LEAVE_ICON}${leave}</a>
    </div>
  </header>`;
}

/** A house with a speech bubble's tail and two lines of text in it. */
const MARK = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <path
    fill="currentColor"
    d="M16 3 3.6 12.7A1.6 1.6 0 0 0 3 14v9.4A2.6 2.6 0 0 0 5.6 26H9v4.2c0 .7.8 1.1 1.4.6L16.6 26h9.8a2.6 2.6 0 0 0 2.6-2.6V14c0-.5-.2-1-.6-1.3z"
  />
  <path class="mark-line" d="M10 16.2h12M10 20.4h7.5" />
</svg>`;

const LEAVE_ICON = html`<svg class="i flip" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M14 4h4.5A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5H14M4 12h11M11 8l4 4-4 4" />
</svg>`;
