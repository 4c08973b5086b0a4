import { CONTACT_FIELDS } from '../rights/case';
import { ownNameQuestion } from './find-told';
import { questionsThatApply, type Question, type Told } from './form';
import type { Piece } from './piece';
import { placedWords } from './placed-words';

const CORRECTING = new Set('sorry actually mean meant no not instead correction wrong oops typo rather'.split(' '));

/**
 * The facts that pieces tell, of questions that apply. A question may begin to apply by a fact of the same message: "for
 * my client" answers who it is about, and so what the person's role is.
 */
export function factsOf(text: string, pieces: readonly Piece[], questions: readonly Question[], told: Told): Told {
  let facts: Told = {};
  for (const question of questions) {
    if (!questionsThatApply([question], { ...told, ...facts }).includes(question)) continue;
    for (const field of fieldsOf(question, questions)) {
      const value = valueOf(
        text,
        pieces.filter((piece) => piece.field === field.piece),
      );
      const isKnown = question.kind !== 'choice' || question.options.some(({ id }) => id === value);
      if (value !== undefined && isKnown) facts = { ...facts, [field.fact]: value };
    }
  }
  return facts;
}

/** Which pieces fill which facts of a question. */
function fieldsOf(question: Question, questions: readonly Question[]): readonly { piece: string; fact: string }[] {
  const { id, kind } = question;
  if (kind === 'contact') return CONTACT_FIELDS.map((field) => ({ piece: field, fact: field }));
  if (kind === 'choice') return [{ piece: id, fact: id }];
  if (kind === 'place') return [{ piece: 'address', fact: id }];
  return question === ownNameQuestion(questions) ? [{ piece: 'name', fact: id }] : [];
}

/** Of several the first that was not denied; the last, where the person puts themselves right: "no sorry it's ...". */
function valueOf(text: string, pieces: readonly Piece[]): string | undefined {
  const inOrder = [...pieces].sort((one, other) => one.start - other.start);
  const meant = inOrder.filter(
    ({ start }) => !/\b(?:not|isn['’]?t|instead of|rather than)\s+(?:\S+\s)?$/i.test(text.slice(0, start)),
  );
  const [first = inOrder.at(-1)] = meant;
  const last = meant.at(-1);
  if (!first || !last) return first?.value;
  const between = placedWords(text.slice(first.end, last.start));
  return between.some(({ word }) => CORRECTING.has(word)) ? last.value : first.value;
}
