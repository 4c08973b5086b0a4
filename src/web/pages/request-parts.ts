import type { Controllers } from '../../rights/controllers';
import type { Form } from '../../forms/form';
import type { Matter } from '../../rights/matter';
import type { Replies } from '../../replies/replies';
import type { Reply } from '../../replies/reply';
import type { PrivateKind } from '../../shared/mask-private-numbers';
import { fillBlanks } from '../../shared/fill-blanks';
import { html, type Html } from './html';
import { linkedText } from './linked-text';
import { pageShell } from './page-shell';
import type { PageWords } from './page-words';

/** Everything that the pages for requests are made of. */
export interface RequestPageSources {
  readonly words: PageWords;
  readonly replies: Replies;
  readonly formFor: (matter: Matter) => Form;
  readonly controllers: Controllers;
  readonly emergencyPhone: string;
}

/** What comes before everything else on a page. */
export interface PageNotes {
  /** Help, where somebody may be in danger. */
  readonly urgent?: Reply | undefined;
  /** What of what was written is not kept. */
  readonly hidden?: readonly PrivateKind[];
  /** Why what was changed was not taken, in sentences. */
  readonly refused?: readonly string[];
}

export interface FieldProblem {
  /** Id of the field that has to be put right. */
  readonly id: string;
  readonly text: string;
}

export interface RequestPage {
  readonly title: string;
  readonly notes?: PageNotes | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly main: Html;
}

export const REQUEST_PATH = '/request';
export const STATUS_PATH = '/request/status';

/** A whole page: help first, then what has to be put right, then the page itself. */
export function requestPage(
  { title, notes = {}, problems = [], main }: RequestPage,
  sources: RequestPageSources,
): string {
  const { words } = sources;
  return pageShell(words.site, {
    title: problems.length > 0 ? fillBlanks(words.problem.prefix, { title }) : title,
    skip: words.request.skip,
    main: html`<div class="form-page">
      <a class="back no-print" href="/notice">${BACK_ICON}${words.request.back}</a>
      ${notes.urgent && urgentCard(notes.urgent, sources)} ${summary(problems, words)}
      ${hiddenNote(notes.hidden ?? [], sources)} ${refusedNote(notes.refused)} ${main}
    </div>`,
    foot: foot(sources),
  });
}

/** A form with its token. Its fields are checked here and not by the browser, whose words are not ours. */
export function form(action: string, token: string, content: Html): Html {
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="token" value="${token}" />${content}
  </form>`;
}

/** Carries what was written from one page to the next. */
export const hiddenFields = (fields: URLSearchParams): readonly Html[] =>
  [...fields]
    .filter(([name]) => name !== 'token' && name !== 'do')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" /> `);

/** A reference, and each of its characters for who hears it. */
export function referenceLine(reference: string, spelled: string): Html {
  return html`<p class="ref"><span aria-hidden="true">${reference}</span><span class="vh">${spelled}</span></p>`;
}

/** Gets the focus, leads to each field, and says what to do. */
function summary(problems: readonly FieldProblem[], { problem }: PageWords): Html | undefined {
  if (problems.length === 0) return undefined;
  const links = problems.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li> `);
  return html`<div class="sum no-print" role="alert" aria-labelledby="page--problem" tabindex="-1" autofocus>
    <h2 id="page--problem">${problem.heading}</h2>
    <ul>
      ${links}
    </ul>
  </div>`;
}

function urgentCard({ heading, paragraphs, facts }: Reply, { replies }: RequestPageSources): Html {
  const numbers = facts.map(
    ({ label, text, phone }) =>
      html`<li><b>${label}</b> ${text} ${phone === undefined ? undefined : call(phone)}</li> `,
  );
  return html`<section class="urgent" aria-labelledby="page--urgent">
    <h2 id="page--urgent">${heading}</h2>
    ${paragraphs.map((text) => html`<p>${text}</p> `)}
    <ul>
      ${numbers}
    </ul>
    <p>${replies.say('urgent.carry-on')}</p>
  </section>`;
}

/** A number that can be pressed. */
export const call = (phone: string): Html => html`<a href="tel:${phone.replace(/\s/g, '')}">${phone}</a>`;

function hiddenNote(kinds: readonly PrivateKind[], { words, replies }: RequestPageSources): Html | undefined {
  if (kinds.length === 0) return undefined;
  const what = new Intl.ListFormat('en-GB').format(kinds.map((kind) => replies.say(`not-kept.${kind}`)));
  return html`<p class="note ochre" role="status">${fillBlanks(words.request.hidden, { what })}</p>`;
}

const refusedNote = (texts: readonly string[] = []): Html | undefined =>
  texts.length === 0
    ? undefined
    : html`<div class="note ochre" role="status">${texts.map((text) => html`<p>${linkedText(text)}</p> `)}</div>`;

function foot({ words: { request }, controllers: { companies, regulator } }: RequestPageSources): Html {
  const addresses = Object.values(companies).map(({ post }) => {
    const [, ...lines] = post;
    return html`<address>${lines.map((line, at) => html`${at > 0 ? html`<br />` : undefined}${line}`)}</address> `;
  });
  const name = `${regulator.name} (${regulator.shortName})`;
  return html`<p><b>${request.by.lead}</b> ${request.by.text}</p>
    <div class="posts">${addresses}</div>
    <p>${fillBlanks(request.by.complain, { regulator: name, phone: regulator.phone })}</p>`;
}

const BACK_ICON = html`<svg class="i flip" viewBox="0 0 24 24" aria-hidden="true"><path d="m14.5 6-6 6 6 6" /></svg>`;
