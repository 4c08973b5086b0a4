import type { Branch, BranchGroup, PageField } from '../../forms/branches';
import { slotsOf, type Slot, type SlotKind } from '../../forms/slots';
import { fillBlanks } from '../../shared/fill-blanks';
import { choice, choices, optionalLabel, problemLine, textField } from './form-parts';
import { html, type Html } from './html';
import type { PageWords } from './page-words';

/** What stands in the fields, and what has to be put right in them. */
export interface AnswerFieldsContext {
  readonly words: PageWords;
  readonly valueOf: (slot: string) => string;
  readonly problemOf: (slot: string) => string | undefined;
}

/** A question, and behind it those that only some of its answers make apply. */
export function answerFields({ field, groups }: Branch, context: AnswerFieldsContext): Html {
  const own = questionField(field, groups, context);
  if (groups.length === 0) return own;
  return html`<div class="branch">
    ${own} ${groups.map((group, at) => groupFields(field, group, at + 1, context))}
  </div> `;
}

/**
 * Shown once one of the answers is chosen, by style alone; where the browser cannot do that, and where something stands in
 * it already, it is always shown. So its heading says for whom it is.
 */
function groupFields(
  { question }: PageField,
  { options, branches }: BranchGroup,
  number: number,
  context: AnswerFieldsContext,
): Html {
  const { request } = context.words;
  const titles = question.options.filter(({ id }) => options.includes(id)).map(({ title }) => `“${title}”`);
  const heading = fillBlanks(request['only-if'], { options: titles.join(` ${request.or} `) });
  const isOpen = branches.some((branch) => holdsSomething(branch, context));
  return html`<div class="only-if only-${number} ${isOpen ? 'open' : undefined}">
    <p class="group">${heading}</p>
    ${branches.map((branch) => answerFields(branch, context))}
  </div> `;
}

const holdsSomething = ({ field, groups }: Branch, context: AnswerFieldsContext): boolean =>
  slotsOf(field).some(({ name }) => context.valueOf(name) !== '' || context.problemOf(name) !== undefined) ||
  groups.some(({ branches }) => branches.some((branch) => holdsSomething(branch, context)));

function questionField(field: PageField, groups: readonly BranchGroup[], context: AnswerFieldsContext): Html {
  switch (field.question.kind) {
    case 'contact':
      return contactFields(field, context);
    case 'choice':
      return choiceFields(field, groups, context);
    default:
      return wordsField(field, context);
  }
}

const labelOf = ({ question }: PageField, { request }: PageWords): Html | string =>
  question.required ? question.ask : optionalLabel(question.ask, request.optional);

function wordsField(field: PageField, { words, valueOf, problemOf }: AnswerFieldsContext): Html {
  const { name, question } = field;
  const problem = problemOf(name);
  const own = textField({
    name,
    type: question.kind === 'text' ? 'lines' : 'text',
    width: question.kind === 'text' ? undefined : 'middle',
    label: labelOf(field, words),
    hint: question.hint,
    value: valueOf(name),
    problem,
    forReaders: words.problem['for-readers'],
    // Another name on the page is somebody else's.
    autocomplete: name === 'name' ? 'name' : undefined,
  });
  return html`<div class="q ${problem === undefined ? undefined : 'bad'}">${own}</div> `;
}

function choiceFields(field: PageField, groups: readonly BranchGroup[], context: AnswerFieldsContext): Html {
  const { words, valueOf, problemOf } = context;
  const { name, question } = field;
  const options = question.options.map(({ id, title, note }, at) =>
    choice({
      type: 'radio',
      name,
      // What leads to the question leads to its first answer.
      id: at === 0 ? name : `${name}--${id}`,
      value: id,
      label: title,
      note,
      isChosen: valueOf(name) === id,
      shows: groups.flatMap((group, index) => (group.options.includes(id) ? [index + 1] : [])),
    }),
  );
  return choices({
    name,
    label: labelOf(field, words),
    hint: question.hint,
    problem: problemOf(name),
    forReaders: words.problem['for-readers'],
    choices: options,
  });
}

const AUTOCOMPLETE: Readonly<Partial<Record<SlotKind, string>>> = {
  email: 'email',
  phone: 'tel',
  post: 'street-address',
};

function contactFields(field: PageField, context: AnswerFieldsContext): Html {
  const { words, problemOf } = context;
  const { name, question } = field;
  const slots = slotsOf(field);
  const isWrong = slots.some((slot) => problemOf(slot.name) !== undefined);
  const parts = slots.map((slot) => html`<div class="sub">${waySlot(slot, context)}</div> `);
  return html`<fieldset
    class="q ${isWrong ? 'bad' : undefined}"
    ${question.hint === undefined ? undefined : html`aria-describedby="${name}--hint"`}
  >
    <legend>${labelOf(field, words)}</legend>
    ${question.hint === undefined ? undefined : html`<p class="hint" id="${name}--hint">${question.hint}</p>`} ${parts}
  </fieldset> `;
}

function waySlot({ name, kind }: Slot, { words, valueOf, problemOf }: AnswerFieldsContext): Html {
  const { request, problem } = words;
  const forReaders = problem['for-readers'];
  if (kind === 'collect') {
    const label = request.contact.collect;
    return html`${problemLine({ name, problem: problemOf(name), forReaders })}
    ${choice({ type: 'checkbox', name, id: name, value: label, label, isChosen: valueOf(name) !== '' })}`;
  }
  const way = kind === 'phone' || kind === 'post' ? kind : 'email';
  const types = { phone: 'tel', post: 'lines', email: 'email' } as const;
  return textField({
    name,
    type: types[way],
    width: way === 'phone' ? 'short' : 'middle',
    label: request.contact[way],
    value: valueOf(name),
    problem: problemOf(name),
    forReaders,
    autocomplete: AUTOCOMPLETE[way],
  });
}
