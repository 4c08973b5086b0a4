import { CONTACT, type Question } from '../src/forms/form';
import { asksOrWants } from '../src/search/asks-or-wants';

/**
 * Any words can answer a question for words, also those that would raise something by themselves. And what answers a
 * question may do so in passing: "and delete all that you hold about me" says who it is about.
 */
export function mayRaiseMore(text: string, asked: Question | undefined, isAnswer: boolean): boolean {
  if (ADDS.test(text)) return true;
  if (!asksOrWants(text)) return false;
  return ALSO.test(text) || (isAnswer ? isAboutMatter(asked) : asked?.kind !== 'text');
}

/** Whether a question is about what is wanted, rather than about the person: "don't ring me" says how to reply. */
const isAboutMatter = (asked: Question | undefined): boolean => asked?.kind === 'choice' && !(CONTACT in asked.when);

/** How a message adds to what was said, rather than answering what is asked. */
const ADDS = /^\s*(?:and|also|plus|oh and|another thing|one more thing|i also|as well)\b/i;

const ALSO = /\b(?:also|as well|too)\b/i;
