import { statusTexts } from '../../replies/status-texts';
import type { ReceiptSources } from '../../replies/receipt-words';
import type { Case } from '../../rights/case';
import { textField } from './form-parts';
import { html, type Html } from './html';
import { linkedText } from './linked-text';
import {
  form,
  requestPage,
  STATUS_PATH,
  type FieldProblem,
  type PageNotes,
  type RequestPageSources,
} from './request-parts';

/** What can be done on the pages of a case, as `do` of their forms. */
export const STATUS_ACTIONS = ['new-code', 'add', 'carry-on', 'withdraw', 'withdraw-yes', 'withdraw-no'] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];

export interface StatusSources extends RequestPageSources {
  readonly receipts: ReceiptSources;
}

/** Where somebody is who looks up a request: each has its page. */
export type StatusStep =
  | { readonly at: 'reference'; readonly written: string; readonly problem?: string | undefined }
  /** The same page for every reference, whether there is such a case or not. */
  | { readonly at: 'code'; readonly texts: readonly string[]; readonly problem?: string | undefined }
  | {
      readonly at: 'case';
      readonly one: Case;
      /** Said before it. */
      readonly texts: readonly string[];
      readonly written: string;
      readonly problem?: string | undefined;
    }
  | { readonly at: 'withdraw'; readonly reference: string };

export function statusPage(step: StatusStep, token: string, notes: PageNotes, sources: StatusSources): string {
  const { status } = sources.words;
  switch (step.at) {
    case 'reference':
      return page(referenceFields(step, sources), problemAt('reference', step), token, notes, sources);
    case 'code':
      return page(codeFields(step, sources), problemAt('code', step), token, notes, sources);
    case 'case':
      return page(caseFields(step, sources), problemAt('add', step), token, notes, sources);
    case 'withdraw':
      return page(withdrawFields(step.reference, sources), [], token, notes, sources, status.withdraw);
  }
}

interface Part {
  readonly heading: string;
  readonly before: Html;
  readonly fields: Html;
}

function page(
  { heading, before, fields }: Part,
  problems: readonly FieldProblem[],
  token: string,
  notes: PageNotes,
  sources: StatusSources,
  title = sources.words.status.title,
): string {
  const main = html`<h1>${heading}</h1>
    ${before} ${form(STATUS_PATH, token, fields)}`;
  return requestPage({ title, notes, problems, main }, sources);
}

const problemAt = (id: string, { problem }: { readonly problem?: string | undefined }): readonly FieldProblem[] =>
  problem === undefined ? [] : [{ id, text: problem }];

const lead = (text: string): Html => html`<p class="lead">${linkedText(text)}</p> `;

const button = (action: StatusAction | 'look' | 'show', kind: string, title: string): Html =>
  html`<button class="btn ${kind}" type="submit" name="do" value="${action}">${title}</button> `;

function referenceFields({ written, problem }: Extract<StatusStep, { at: 'reference' }>, sources: StatusSources): Part {
  const { status, problem: shared } = sources.words;
  const field = textField({
    name: 'reference',
    label: status.reference.label,
    hint: status.reference.hint,
    value: written,
    width: 'short',
    autocomplete: 'off',
    problem,
    forReaders: shared['for-readers'],
  });
  return {
    heading: status.title,
    before: lead(status.lead),
    fields: html`<div class="q ${problem && 'bad'}">${field}</div>
      <div class="end">${button('look', '', status.reference.send)}</div>`,
  };
}

function codeFields({ texts, problem }: Extract<StatusStep, { at: 'code' }>, sources: StatusSources): Part {
  const { status, problem: shared } = sources.words;
  const field = textField({
    name: 'code',
    label: status.code.label,
    value: '',
    width: 'short',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    problem,
    forReaders: shared['for-readers'],
  });
  return {
    heading: status.title,
    before: html`${texts.map(lead)}`,
    fields: html`<div class="q ${problem && 'bad'}">${field}</div>
      <div class="end">${button('show', '', status.code.send)} ${button('new-code', 'quiet', status.code.again)}</div>`,
  };
}

function caseFields(
  { one, texts, written, problem }: Extract<StatusStep, { at: 'case' }>,
  sources: StatusSources,
): Part {
  const { words, replies, receipts } = sources;
  const { status } = words;
  const field = textField({
    name: 'add',
    type: 'lines',
    rows: 5,
    label: status.add.label,
    hint: status.add.hint,
    value: written,
    problem,
    forReaders: words.problem['for-readers'],
  });
  const isOver = one.state.name === 'withdrawn';
  return {
    heading: replies.say('status.heading', { reference: one.reference }),
    before: html`${texts.map((text) => html`<p class="note petrol" role="status">${text}</p> `)}
    ${statusTexts(one, receipts).map(lead)}`,
    fields: isOver
      ? html``
      : html`${one.state.name === 'incomplete' ? button('carry-on', '', status['carry-on']) : undefined}
          <div class="q ${problem && 'bad'}">${field}</div>
          <div class="end">${button('add', '', status.add.send)} ${button('withdraw', 'stop', status.withdraw)}</div>`,
  };
}

function withdrawFields(reference: string, { replies, words }: StatusSources): Part {
  return {
    heading: words.status.withdraw,
    before: lead(replies.say('status.ask-withdraw', { reference })),
    fields: html`<div class="end">
      ${button('withdraw-no', '', replies.say('status.withdraw-no'))}
      ${button('withdraw-yes', 'stop', replies.say('status.withdraw-yes'))}
    </div>`,
  };
}
