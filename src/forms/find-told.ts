import type { AnswerContent } from './answer-content';
import { apartFromNames, findOptions } from './find-options';
import { findNameBeside, findOwnName } from './find-own-name';
import { createFindSubject } from './find-subject';
import type { Question } from './form';
import { isQuestion } from './is-question';
import { blankOut, type Piece } from './piece';
import { findAddress } from './read-address';
import { findEmails } from './read-email';
import { findPhones } from './read-phone';

/** What a message tells by itself, whatever was asked. */
export interface FoundTold {
  /** E-mail addresses, telephone numbers and a postal address: `email`, `phone`, `post` or `address`. */
  readonly contacts: readonly Piece[];
  /** The person's own name, behind words that lead to it. */
  readonly names: readonly Piece[];
  /** Options with telling words, by the ids of their questions. */
  readonly options: readonly Piece[];
  /** Whom it is about, by the ids of questions. */
  readonly subject: readonly Piece[];
}

export type FindTold = (text: string, asked: Question | undefined, questions: readonly Question[]) => FoundTold;

/** Finds everything that people tell in passing. A question tells nothing but what is led to: "what is Network Homes?" */
export function createFindTold(content: AnswerContent, knows: (word: string) => boolean): FindTold {
  const findSubject = createFindSubject(content);
  const { people, myself } = content.about;
  const subjectFields = new Set([...people, myself].flatMap(({ fills }) => Object.keys(fills)));
  return (text, asked, questions) => {
    const contacts = findContacts(text);
    const rest = blankOut(text, contacts);
    const options = findOptions(rest, questions);
    const isOthersAsked = asked?.kind === 'name' && asked.id !== ownNameQuestion(questions)?.id;
    const names = ownNames(findOwnName(rest, knows, isOthersAsked), options);
    if (isQuestion(text, knows)) {
      // "Can I use d@example.org?" answers how to reply.
      const led = asked?.kind === 'contact' ? contacts : contacts.filter(({ isLed }) => isLed);
      return { contacts: led, names, options: [], subject: [] };
    }
    const isSubjectAsked = asked !== undefined && subjectFields.has(asked.id);
    const subject = findSubject(rest, isSubjectAsked);
    const told = { contacts, names, options, subject };
    return asked?.kind === 'choice' ? withNameBeside(told, rest, knows) : told;
  };
}

/** "Its snh" names a company. */
const ownNames = (name: Piece | undefined, options: readonly Piece[]): readonly Piece[] =>
  name && !options.some(({ start, end }) => start > name.start && end === name.end) ? [name] : [];

/** "Dave Pringle, Network Homes" answers which company, and tells the name. Beside "my son" it would be the son's. */
function withNameBeside(told: FoundTold, rest: string, knows: (word: string) => boolean): FoundTold {
  const { names, options, subject } = told;
  if (options.length === 0 || subject.length > 0 || names.length > 0) return told;
  const others = blankOut(rest, apartFromNames(rest, options));
  const name = findNameBeside(others, knows) ?? findOwnName(others, knows);
  return { ...told, names: ownNames(name, options) };
}

function findContacts(text: string): readonly Piece[] {
  const emails = findEmails(text);
  const phones = findPhones(blankOut(text, emails));
  const address = findAddress(blankOut(text, [...emails, ...phones]));
  return [...emails, ...phones, ...(address ? [address] : [])];
}

/** The question for the person's own name; others ask for somebody else's. */
export function ownNameQuestion(questions: readonly Question[]): Question | undefined {
  const names = questions.filter(({ kind }) => kind === 'name');
  return names.find(({ id }) => id === 'name') ?? names.find(({ when }) => Object.keys(when).length === 0);
}
