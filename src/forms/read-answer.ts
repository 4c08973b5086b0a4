import { CONTACT_FIELDS } from '../rights/case';
import type { CourtesyContent } from '../search/search-content';
import type { AnswerContent } from './answer-content';
import { isYesOrNo, type Command, type ReadCommand } from './command';
import { factsOf } from './facts-of';
import { createFindTold, type FoundTold } from './find-told';
import { questionsThatApply, type Question, type Told } from './form';
import { blankOut, type Piece } from './piece';
import { findEmails } from './read-email';
import { createReadOwn } from './read-own';
import type { OwnReading, Reading } from './reading';
import { createWordings } from './wordings';

/**
 * Reads a message as an answer to `asked`, and for everything else that the questions ask. What was told before may be
 * told anew: the later fact counts.
 * @param asked none on the summary
 * @param questions all of the form; those that do not apply are left out here
 */
export type ReadAnswer = (
  text: string,
  asked: Question | undefined,
  questions: readonly Question[],
  told: Told,
) => Reading;

export interface AnswerReaders {
  readonly content: AnswerContent;
  readonly courtesies: CourtesyContent;
  readonly readCommand: ReadCommand;
  /** Whether a normalised word is one that people use, and no name. */
  readonly knows: (word: string) => boolean;
}

const NOTHING: Reading = { kind: 'nothing' };

export function createReadAnswer(readers: AnswerReaders): ReadAnswer {
  const { content, courtesies, readCommand, knows } = readers;
  const findTold = createFindTold(content, knows);
  const readOwn = createReadOwn(readers, createWordings(courtesies));

  return (text, asked, questions, told) => {
    const applying = questionsThatApply(questions, told);
    const command = readCommand(text, { asked, questions: applying, told });
    if (command && !mayAnswer(command, asked)) return NOTHING;
    const found = findTold(text, asked, questions);
    const own = asked ? readOwn[asked.kind](text, asked, found, told) : { others: allOf(found) };
    const others = factsOf(text, own.others, questions, { ...told, ...own.facts });
    return readingOf(own, others, asked) ?? nearMiss(text);
  };
}

/** A yes and a no answer a choice; a no also a question in words that can be denied: "Is there a day ...?" */
function mayAnswer({ name }: Command, asked: Question | undefined): boolean {
  if (asked?.kind === 'choice') return isYesOrNo(name);
  return name === 'no' && asked?.kind === 'text' && /^(?:is|are|do|does|did|have|has|can|would)\b/i.test(asked.ask);
}

function readingOf({ facts, problem }: OwnReading, others: Told, asked: Question | undefined): Reading | undefined {
  const isReachable = asked?.kind === 'contact' && CONTACT_FIELDS.some((field) => field in others);
  if (facts || isReachable) return { kind: 'answered', facts: { ...others, ...facts } };
  if (problem) return { kind: 'problem', problem, facts: others };
  return Object.keys(others).length > 0 ? { kind: 'also', facts: others } : undefined;
}

/** Somebody who mistypes what they put right shall hear of it: "sorry its dave@gmail". */
function nearMiss(text: string): Reading {
  const isMistyped = blankOut(text, findEmails(text)).includes('@');
  return isMistyped ? { kind: 'problem', problem: 'email', facts: {} } : NOTHING;
}

const allOf = ({ contacts, names, options, subject }: FoundTold): readonly Piece[] => [
  ...contacts,
  ...names,
  ...options,
  ...subject,
];
