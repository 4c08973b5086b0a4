import { DateTime } from 'luxon';

import type { LawNote } from '../../notice/law-note';
import type { Notice, NoticeVersion } from '../../notice/notice';
import { noticeInForce } from '../../notice/notice-in-force';
import { fillBlanks } from '../../shared/fill-blanks';
import { html, type Html } from './html';
import { lawNoteAsides } from './law-note-asides';
import { noticeSection } from './notice-passages';
import { pageShell } from './page-shell';
import type { PageWords } from './page-words';
import { REQUEST_PATH } from './request-parts';

export interface NoticePageContext {
  /** All published versions. */
  readonly notice: Notice;
  /** What the law says beside the version of the page. */
  readonly lawNotes: readonly LawNote[];
  readonly now: Date;
  readonly words: PageWords;
}

/** Returns the page of one version of the notice, word for word, with an address for every passage. */
export function noticePage(version: NoticeVersion, context: NoticePageContext): string {
  const { words, lawNotes } = context;
  const sections = version.sections.map((section) => {
    const isTitle = section.title === version.title;
    const asides = lawNoteAsides(section, lawNotes, words.notice['law-note']);
    return noticeSection(section, isTitle ? undefined : html`<h2>${section.title}</h2>`, asides);
  });
  return pageShell(words.site, {
    title: `${version.title} (${version.publishedAs})`,
    skip: words.notice.skip,
    main: html`<h1 class="notice-words">${version.title}</h1>
      ${standing(version, context)}
      <p class="use-form no-print"><a href="${REQUEST_PATH}">${words.notice['use-form']}</a></p>
      <div class="notice">
        ${contents(version, words.notice.contents)}
        <article class="notice-words">${sections}</article>
      </div>`,
    foot: otherVersions(version, context),
  });
}

function contents(version: NoticeVersion, title: string): Html {
  const entries = version.sections
    .filter((section) => section.title !== version.title)
    .map((section) => html`<li><a href="#${section.id}">${section.title}</a></li> `);
  return html`<nav class="contents no-print" aria-labelledby="page--contents">
    <h2 id="page--contents">${title}</h2>
    <ol>
      ${entries}
    </ol>
  </nav>`;
}

/** Says whether this is the version that applies, and if not, where that one is. */
function standing(version: NoticeVersion, context: NoticePageContext): Html {
  const words = context.words.notice;
  const inForce = noticeInForce(context.notice, context.now);
  if (version.version === inForce.version) return html`<p class="note petrol">${sentence(version, context)}</p>`;
  const link = html`<a href="/notice">${words['read-in-force']}</a>`;
  return html`<p class="note ochre">${sentence(version, context)} ${link}</p>`;
}

function sentence(version: NoticeVersion, { notice, now, words }: NoticePageContext): string {
  const inForce = noticeInForce(notice, now);
  const next = notice.versions.find(({ inForceFrom }) => inForceFrom > version.inForceFrom);
  const blanks = {
    published: version.publishedAs,
    from: inWords(version.inForceFrom),
    until: next ? inWords(next.inForceFrom, -1) : '',
  };
  if (version.version === inForce.version) return fillBlanks(words.notice['in-force'], blanks);
  const isOver = version.inForceFrom < inForce.inForceFrom;
  return fillBlanks(isOver ? words.notice.superseded : words.notice['to-come'], blanks);
}

function otherVersions(version: NoticeVersion, context: NoticePageContext): Html {
  const words = context.words.notice;
  const entries = context.notice.versions
    .filter((other) => other.version !== version.version)
    .map((other) => {
      const link = html`<a href="/notice/${other.version}">${other.title} (${other.publishedAs})</a>`;
      return html`<li>${link}<br />${sentence(other, context)}</li> `;
    })
    .reverse();
  const list =
    entries.length > 0
      ? html`<ul>
          ${entries}
        </ul>`
      : html`<p>${words['no-other-versions']}</p>`;
  return html`<h2>${words['other-versions']}</h2>
    ${list}`;
}

/** "1 September 2023", with spaces at which no line breaks. */
function inWords(day: string, plusDays = 0): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .plus({ days: plusDays })
    .setLocale('en-GB')
    .toFormat('d\u00a0MMMM\u00a0yyyy');
}
