import { wordsOf } from '../search/normalise';
import type { AnswerContent } from './answer-content';
import { isYesOrNo, type ReadCommand } from './command';
import { sameValue } from './facts-of';
import { apartFromNames } from './find-options';
import type { FoundTold } from './find-told';
import type { Question, QuestionKind, Told } from './form';
import { isQuestion } from './is-question';
import { blankOut, sayMore, type Piece } from './piece';
import { createReadChoice } from './read-choice';
import { createReadContact } from './read-contact';
import { readName } from './read-name';
import { readPlace } from './read-place';
import { readText } from './read-text';
import type { OwnReading, ReadOwn } from './reading';
import type { Wordings } from './wordings';

type Knows = (word: string) => boolean;

interface Readers {
  readonly content: AnswerContent;
  readonly readCommand: ReadCommand;
  readonly knows: Knows;
}

/** Reads the answer to a question by its kind. */
export function createReadOwn(readers: Readers, wordings: Wordings): Readonly<Record<QuestionKind, ReadOwn>> {
  return {
    text: readOwnText,
    name: (text, asked, found) => readOwnName(text, asked, found, readers.knows),
    contact: createReadOwnContact(readers.content, wordings),
    place: readOwnPlace,
    choice: createReadOwnChoice(readers, wordings),
  };
}

/**
 * Any words are the answer, so that little else counts: only what words lead to ("my e-mail is"), or what is told and
 * nothing else. Of several addresses in an account of what went wrong nobody knows which is the person's.
 */
function readOwnText(text: string, { id }: Question, found: FoundTold, told: Told): OwnReading {
  const { contacts, names, options, subject } = found;
  const telling = contacts.filter(({ field, isLed }) => isLed || field === 'email' || field === 'phone');
  const all = [...telling, ...names, ...options, ...subject];
  if (all.length > 0 && !saysMore(text, all) && !saysWhatIsRight(all, told)) return { others: all };
  const reading = readText(text);
  const isNews = ({ field, value }: Piece): boolean => (told[field] ?? value) === value;
  const led = telling.filter((piece) => piece.isLed && isOnlyOne(piece, contacts));
  const others = [...led, ...names, ...[...options, ...subject.filter(({ isLed }) => isLed)].filter(isNews)];
  return 'text' in reading ? { facts: { [id]: reading.text }, others } : { problem: reading.problem, others };
}

/** How people call what they say is wrong. */
const WRONG: Readonly<Record<string, RegExp>> = {
  email: /e-?mail/i,
  phone: /phone|mobile|number/i,
  post: /address|post ?code|street/i,
  address: /address|post ?code|street/i,
  name: /name|spel[lt]/i,
};

/** Behind "my e-mail is wrong" an address alone is what should stand there, and so an answer in words. */
const saysWhatIsRight = (pieces: readonly Piece[], told: Told): boolean =>
  pieces.every(({ field }) => Object.values(told).some((words) => WRONG[field]?.test(words)));

const isOnlyOne = ({ field }: Piece, pieces: readonly Piece[]): boolean =>
  pieces.filter((piece) => piece.field === field).length === 1;

function readOwnName(text: string, { id }: Question, found: FoundTold, knows: Knows): OwnReading {
  const { contacts, options, subject } = found;
  // A lead-in to the very name that was asked is read with it.
  const names = found.names.filter(({ field }) => field !== id);
  const others = [...contacts, ...names, ...options, ...subject];
  const apart = [...contacts, ...names, ...apartFromNames(text, options), ...subject];
  const rest = blankOut(text, apart);
  if (apart.length > 0 && !saysMore(text, apart)) return { others };
  if (hasHalfAnEmail(rest)) return { problem: 'email', others };
  const name = readName(rest, knows);
  if (name !== undefined) return { facts: { [id]: name }, others };
  return { problem: others.length === 0 && !/\p{L}/u.test(text) ? 'name' : undefined, others };
}

function createReadOwnContact(content: AnswerContent, wordings: Wordings): ReadOwn {
  const readContact = createReadContact(content, wordings);
  return (text, _asked, { contacts, names, options, subject }) => {
    const others = [...names, ...options, ...subject.filter(({ isLed }) => isLed)];
    const reading = readContact(text, contacts);
    if (typeof reading === 'string') return { problem: reading, others };
    return { others: [...others, ...(reading ?? [])] };
  };
}

/** A tenancy reference looks like a telephone number: without a lead-in only mobile and foreign ones are none. */
function readOwnPlace(text: string, { id }: Question, { contacts, names, options, subject }: FoundTold): OwnReading {
  const reachable = contacts.filter(({ field, value, isLed }) =>
    field === 'phone' ? isLed || /^(?:07|\+)/.test(value) : field !== 'address',
  );
  const others = [...reachable, ...names, ...apartFromNames(text, options), ...subject.filter(({ isLed }) => isLed)];
  if (others.length > 0 && !saysMore(text, others)) return { others };
  if (hasHalfAnEmail(blankOut(text, others))) return { problem: 'email', others };
  const place = readPlace(blankOut(text, others));
  if (place !== undefined) return { facts: { [id]: place }, others };
  return { problem: others.length === 0 && !/[\p{L}\p{N}]/u.test(text) ? 'place' : undefined, others };
}

function createReadOwnChoice({ readCommand, knows }: Readers, wordings: Wordings): ReadOwn {
  const yesOrNo = (text: string): 'yes' | 'no' | undefined => {
    const name = readCommand(text, { questions: [], told: {} })?.name;
    return name && isYesOrNo(name) ? name : undefined;
  };
  const readChoice = createReadChoice(wordings, yesOrNo, (text) => isQuestion(text, knows));
  return (text, asked, { contacts, names, options, subject }) => {
    const others = [...contacts, ...names, ...[...options, ...subject].filter(({ field }) => field !== asked.id)];
    const rest = blankOut(text, [...contacts, ...names]);
    const about = subject.filter(({ field }) => field === asked.id);
    // "my mum and my son" has the words of one option, and means two.
    const option = about.length > 0 ? sameValue(about) : readChoice(rest, asked);
    return { facts: option === undefined ? undefined : { [asked.id]: option }, others };
  };
}

/** "Sorry, it's dave@example" puts an address right, and is neither a name nor a place. */
const hasHalfAnEmail = (rest: string): boolean => /[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(rest);

const saysMore = (text: string, pieces: readonly Piece[]): boolean => sayMore(wordsOf(blankOut(text, pieces)));
