import type { Note } from '../forms/form-step';
import { answerOf, type FormView, type Item } from '../forms/form-view';
import { emptyReply } from './empty-reply';
import { changeTitle, noteTexts } from './form-notes';
import type { FormButton, SummaryRow } from './form-part';
import type { FormWords } from './form-words';
import type { Replies } from './replies';
import type { Reply } from './reply';

/** Everything that was told, each line to be changed, before it is sent. */
export function formSummaryReply(
  view: FormView,
  { texts, notes }: { readonly texts: readonly string[]; readonly notes: readonly Note[] },
  words: FormWords,
): Reply {
  const { replies } = words;
  const rows = rowsOf(view, notes, words);
  const heading = replies.say('form.summary-heading');
  const buttons: readonly FormButton[] = [
    { does: 'send', title: replies.say('form.send') },
    { does: 'back', title: replies.say('form.back') },
    { does: 'later', title: replies.say('form.come-back') },
    { does: 'cancel', title: replies.say('form.cancel') },
  ];
  return {
    ...emptyReply('form'),
    paragraphs: [
      ...texts,
      heading,
      rows.map(({ label, answer }) => `${label}: ${answer}`).join('\n'),
      ...howToChange(view, notes, replies),
    ],
    choices: buttons.map(({ title }) => ({ title })),
    form: {
      kind: 'summary',
      references: view.cases.map(({ reference }) => reference),
      notes: texts,
      heading,
      rows,
      buttons,
    },
  };
}

/** In plain text no row has a button. */
function howToChange(view: FormView, notes: readonly Note[], replies: Replies): readonly string[] {
  return notes.some(({ kind }) => kind === 'what-to-change')
    ? []
    : noteTexts([{ kind: 'what-to-change' }], view, replies);
}

function rowsOf(view: FormView, notes: readonly Note[], { replies, formFor }: FormWords): readonly SummaryRow[] {
  const changed = notes.flatMap((note) => (note.kind === 'changed' ? note.questions : []));
  const asksFor = view.cases.map(({ matter }) => formFor(matter).asksFor).join('; ');
  const said = [...new Set(view.cases.flatMap(({ words }) => words.map(({ text }) => text)))];
  return [
    { label: replies.say('form.asks-for-label'), answer: asksFor },
    ...(said.length > 0
      ? [{ label: replies.say('form.words-label'), answer: replies.say('form.words', { words: said.join(' … ') }) }]
      : []),
    ...view.items.map((item) => rowOf(item, view, changed, replies)),
  ];
}

function rowOf(item: Item, view: FormView, changed: readonly string[], replies: Replies): SummaryRow {
  const { question } = item;
  return {
    label: question.label,
    answer: answerOf(item, view) ?? replies.say('form.passed-over'),
    change: changeTitle(question, replies),
    ...(changed.includes(question.id) && { isNew: true }),
  };
}
