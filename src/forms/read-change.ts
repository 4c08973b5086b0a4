import { CONTACT_FIELDS } from '../rights/case';
import type { FormPlace } from './command';
import { QUESTION_BLANK, type CommandContent } from './command-content';
import type { Question, Told } from './form';
import { phraseWords } from './wordings';

type Words = readonly string[];

/** Words around what an answer is called. */
interface Frame {
  readonly before: Words;
  readonly after: Words;
}

/** Say nothing of which answer is meant. */
const SMALL = new Set(
  'my the that this your our answer answers about for to question bit part which what who how is it'.split(' '),
);

/** Reads which question shall be asked anew: "change my name", "the company is wrong". */
export function createReadChange(content: CommandContent) {
  const always = content.change.always.map(readFrame);
  const unlessWanted = content.change.unlessItIsWanted.map(readFrame);
  const unlessInWords = content.change.unlessToldInWords.map(readFrame);
  const framesAt = (asked: Question | undefined): readonly Frame[] => {
    if (asked?.mayBeChange) return always;
    return [...always, ...unlessWanted, ...(asked?.kind === 'text' ? [] : unlessInWords)];
  };
  const called = {
    name: content.called.name.map(phraseWords),
    contact: content.called.contact.map(phraseWords),
    place: content.called.place.map(phraseWords),
  };
  const calledFor = ({ kind }: Question): readonly Words[] =>
    kind in called ? called[kind as keyof typeof called] : [];

  return (said: readonly Words[], { asked, questions, told }: FormPlace): string | undefined => {
    const frames = framesAt(asked);
    // On the summary also what was passed over can be changed; before, what was not asked yet is a new matter. Where any
    // words are an answer it is none, and no answer either.
    const changeable =
      asked && asked.kind !== 'text' ? questions.filter((question) => wasTold(question, told)) : questions;
    const names = said.flatMap((words) => frames.flatMap((frame) => insideOf(words, frame)));
    const labelled = names.map((name) => questionLabelled(name, changeable)).find((id) => id !== undefined);
    if (labelled !== undefined) return labelled;
    return names.map((name) => questionCalled(significant(name), changeable, calledFor)).find((id) => id !== undefined);
  };
}

function readFrame(text: string): Frame {
  const [before = '', after = ''] = text.split(QUESTION_BLANK);
  return { before: phraseWords(before), after: phraseWords(after) };
}

/** What stands in the place of the blank; nothing where the frame does not fit. */
function insideOf(words: Words, { before, after }: Frame): readonly Words[] {
  const end = words.length - after.length;
  const fits = before.every((word, at) => words[at] === word) && after.every((word, at) => words[end + at] === word);
  const inside = words.slice(before.length, Math.max(before.length, end));
  return fits && inside.length > 0 ? [inside] : [];
}

/** The one question of which a button bears the label, which may be all small words: "who it is about". */
function questionLabelled(name: Words, questions: readonly Question[]): string | undefined {
  const found = questions.filter(({ label }) => phraseWords(label).join(' ') === name.join(' '));
  return found.length === 1 ? found[0]?.id : undefined;
}

/** The one question that is called so: by its id, else by its label, else as people call such answers. */
function questionCalled(
  name: Words,
  questions: readonly Question[],
  calledFor: (question: Question) => readonly Words[],
): string | undefined {
  if (name.length === 0) return undefined;
  const text = name.join(' ');
  const tests: readonly ((question: Question) => boolean)[] = [
    ({ id }) => phraseWords(id).join(' ') === text,
    ({ label }) => isPartOf(name, significant(phraseWords(label))),
    (question) => calledFor(question).some((one) => significant(one).join(' ') === text),
  ];
  const found = tests.map((test) => questions.filter(test)).find((some) => some.length > 0);
  return found?.length === 1 ? found[0]?.id : undefined;
}

const isPartOf = (part: Words, whole: Words): boolean => part.every((word) => whole.includes(word));

const significant = (words: Words): Words => words.filter((word) => !SMALL.has(word));

const wasTold = ({ id, kind }: Question, told: Told): boolean =>
  kind === 'contact' ? CONTACT_FIELDS.some((field) => field in told) : id in told;
