import { answerRecord } from '../../src/commands/answer-record';
import { loadDesk } from '../../src/commands/load-desk';
import { QUESTIONS } from './questions';

const ROUNDS = 50;

export interface UnderstandingCost {
  /** Milliseconds to read the content and to build the index. */
  readonly load: number;
  /** Microseconds for a question: deciding what is meant, */
  readonly understand: number;
  /** and all that `npm run ask` does for one: the reply with its words, too. */
  readonly ask: number;
}

/** What a question costs without channel, storage or network. */
export function measureUnderstanding(): UnderstandingCost {
  const begun = performance.now();
  const { desk, notice } = loadDesk({}, undefined);
  const loaded = performance.now() - begun;
  return {
    load: loaded,
    understand: perQuestion((question) => desk.understand(question, { notice })),
    ask: perQuestion((q) => answerRecord({ id: '1', q }, desk, notice)),
  };
}

function perQuestion(work: (question: string) => unknown): number {
  // Once without the watch, for the compiler to see what it is.
  for (let round = 0; round < ROUNDS / 5; round++) QUESTIONS.forEach(work);
  const begun = performance.now();
  for (let round = 0; round < ROUNDS; round++) QUESTIONS.forEach(work);
  return ((performance.now() - begun) * 1000) / (ROUNDS * QUESTIONS.length);
}
