import type { PageProblem } from '../../forms/read-page';
import type { PageView } from '../../forms/fill-in-page';
import { LONGEST_TEXT } from '../../forms/read-text';
import type { Slot } from '../../forms/slots';
import { spellReference } from '../../rights/spell-reference';
import { fillBlanks } from '../../shared/fill-blanks';
import { londonDay } from '../../shared/london-day';
import { sayDay } from '../../shared/say-day';
import { answerFields, type AnswerFieldsContext } from './answer-fields';
import { html, type Html } from './html';
import {
  form,
  referenceLine,
  REQUEST_PATH,
  requestPage,
  type PageNotes,
  type RequestPageSources,
} from './request-parts';

/** The second page of a request: it is recorded, and these are the questions about it. */
export interface AnswersPage {
  readonly token: string;
  readonly view: PageView;
  /** What was written and cannot be read, by field; all else is as it is stored. */
  readonly unread: ReadonlyMap<string, string>;
  readonly problems?: readonly PageProblem[];
  readonly notes?: PageNotes;
}

export function answersPage(page: AnswersPage, sources: RequestPageSources): string {
  const { view, unread, problems = [] } = page;
  const { words } = sources;
  const texts = new Map(
    problems.map((problem) => [problem.slot.name, problemText(problem, unread.get(problem.slot.name) ?? '', sources)]),
  );
  const context: AnswerFieldsContext = {
    words,
    valueOf: (slot) => unread.get(slot) ?? storedIn(slot, view),
    problemOf: (slot) => texts.get(slot),
  };
  return requestPage(
    {
      title: words.request.answers.title,
      notes: page.notes,
      problems: [...texts].map(([id, text]) => ({ id, text })),
      main: html`${recorded(view, sources)} ${form(REQUEST_PATH, page.token, questions(view, context, sources))}`,
    },
    sources,
  );
}

/** What stands in a field: what was told to the cases that it is for. */
export function storedIn(name: string, { cases, slots }: PageView): string {
  const slot = slots.find((one) => one.name === name);
  if (!slot) return '';
  return (
    cases
      .filter(({ reference }) => slot.field.references.includes(reference))
      .flatMap(({ facts }) => facts[slot.fact]?.value ?? [])[0] ?? ''
  );
}

function problemText(
  { slot, problem }: PageProblem,
  written: string,
  { words: { request } }: RequestPageSources,
): string {
  switch (problem) {
    case 'email':
    case 'phone':
    case 'post':
      return request.contact[`${problem}-problem`];
    case 'contact':
      return request.contact.needed;
    case 'too-long':
      return tooLong(written, LONGEST_TEXT, request['too-long']);
    default:
      return ownProblem(slot) ?? request['choose-one'];
  }
}

const ownProblem = ({ field }: Slot): string | undefined => field.question.problem;

/** @param limit characters */
export const tooLong = (written: string, limit: number, text: string): string =>
  fillBlanks(text, { limit: inThousands(limit), count: inThousands(written.length) });

const inThousands = (count: number): string => count.toLocaleString('en-GB');

function recorded({ cases }: PageView, { words: { request }, replies, formFor }: RequestPageSources): Html {
  const [first] = cases;
  const open = cases.filter(({ state }) => state.name !== 'withdrawn');
  const said = [...new Set(cases.flatMap((one) => one.words.map(({ text }) => text)))];
  const understood = open.map(({ matter }) => html`<li>${formFor(matter).understood}</li> `);
  return html`<h1>${request.answers.title}</h1>
    <div class="receipt">
      <p class="label">${replies.say('receipt.reference-label')}</p>
      ${open.map(({ reference }) => referenceLine(reference, spellReference(reference)))}
      <p class="label">
        ${replies.say('receipt.received-label')} ${first && sayDay(londonDay(new Date(first.receivedAt)))}
      </p>
    </div>
    <p class="lead">${request.answers.safe}</p>
    <h2>${request.answers.understood}</h2>
    <ul class="plain">
      ${understood}
    </ul>
    ${said.map((text) => html`<blockquote class="own-words">${replies.say('form.words', { words: text })}</blockquote> `)}
    <p class="lead">${request.answers['how-to']}</p>`;
}

function questions(
  { form: asked }: PageView,
  context: AnswerFieldsContext,
  { words: { request }, replies, formFor }: RequestPageSources,
): Html {
  const matters = asked.matters
    .filter(({ branches }) => branches.length > 0)
    .map(
      ({ matter, branches }) =>
        html`<section class="part">
          <h2>${formFor(matter).asksFor}</h2>
          ${branches.map((branch) => answerFields(branch, context))}
        </section> `,
    );
  return html`${matters}
    ${
      asked.shared.length > 0
        ? html`<section class="part">
            <h2>${request.answers['about-you']}</h2>
            ${asked.shared.map((branch) => answerFields(branch, context))}
          </section>`
        : undefined
    }
    <div class="end">
      <button class="btn" type="submit" name="do" value="send">${request.answers.send}</button>
      <button class="btn quiet" type="submit" name="do" value="cancel">${replies.say('form.cancel')}</button>
    </div>`;
}
