import type { Question } from '../src/forms/form';
import { asksSomething, onlyAsks } from '../src/search/asks-or-wants';
import { UNCLEAR } from '../src/search/search-content';
import type { Understanding } from '../src/search/understanding';

/** Words beyond which a message tells a story, whatever question is in it. */
const LONGEST = 25;

/**
 * Whether a message that comes while a form is filled in asks us something, or is small talk, and tells nothing for it.
 *
 * @param asked the question that it may answer instead
 */
export function isAside(text: string, understanding: Understanding, asked: Question | undefined): boolean {
  if (understanding.kind === 'smalltalk') return understanding.topic !== UNCLEAR;
  if (asked?.mayBeQuestion || understanding.kind === 'summary') return false;
  const isShort = text.trim().split(/\s+/).length <= LONGEST;
  // "When I moved in" answers a question for words.
  return isShort && (asked?.kind === 'text' ? onlyAsks(text) : asksSomething(text));
}
