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
      const said = pieces.filter((piece) => piece.field === field.piece);
      const value = question.kind === 'choice' ? sameValue(said) : valueOf(text, said);
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

/** Where options disagree, it has to be asked. */
export function sameValue(pieces: readonly Piece[]): string | undefined {
  const values = new Set(pieces.map(({ value }) => value));
  return values.size === 1 ? pieces[0]?.value : undefined;
}

const NOT = "\\b(?:not|don['’]?t|never|stop|isn['’]?t|no longer|instead of|rather than)\\s+";
const OWN = 'us(?:e|ing)|the|my|old|number|address';
const DEED =
  'e-?mail(?:ing)?|mail|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|text(?:ing)?|contact|write|send|reply|me|at|on|to|it';

/** Right before what shall not be used: "don't e-mail me at ...". */
const DENIED = new RegExp(`${NOT}(?:(?:${OWN}|${DEED})\\s+)*$`, 'i');

/** The same before a lead-in, which begins anew: "don't ring me e-mail me ...". */
const DENIED_LEAD = new RegExp(`${NOT}(?:(?:${OWN})\\s+)*$`, 'i');

const isDenied = (text: string, { start, isLed }: Piece): boolean =>
  (isLed ? DENIED_LEAD : DENIED).test(text.slice(0, start));

/** Of several the first that was not denied; the last, where the person puts themselves right: "no sorry it's ...". */
function valueOf(text: string, pieces: readonly Piece[]): string | undefined {
  const [first, ...others] = pieces
    .filter((piece) => !isDenied(text, piece))
    .sort((one, other) => one.start - other.start);
  const last = others.at(-1);
  if (!first || !last) return first?.value;
  const between = placedWords(text.slice(first.end, last.start));
  return between.some(({ word }) => CORRECTING.has(word)) ? last.value : first.value;
}
