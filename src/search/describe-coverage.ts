import type { QuestionContent } from './question-content';
import type { Place, PlacedQuestions } from './read-question-files';

/** Questions a topic. With fewer, people who ask in other words are often not understood. */
const ENOUGH_QUESTIONS = 20;
/** Hands a topic: one person's words, however many, do not show how others ask. */
const ENOUGH_BATCHES = 4;

/** How well the topics are covered by questions. */
export interface QuestionCoverage {
  readonly topics: number;
  readonly questions: number;
  readonly batches: number;
  /** Topics that need more questions, or questions from more hands; the poorest first. */
  readonly thin: readonly ThinTopic[];
}

/** A topic with few questions, or with those of few people. */
export interface ThinTopic extends Place {
  readonly id: string;
  readonly questions: number;
  readonly batches: number;
}

/** Counts questions and batches, so that editors see where to write more. Thin topics are no problem of the content. */
export function describeCoverage({ topics, phrasings }: PlacedQuestions): QuestionCoverage {
  const counted = topics.map(({ id, file, line }) => {
    const own = phrasings.filter(({ meaning }) => meaning === `topic:${id}`);
    return { id, file, line, questions: own.length, batches: countBatches(own) };
  });
  const thin = counted
    .filter(({ questions, batches }) => questions < ENOUGH_QUESTIONS || batches < ENOUGH_BATCHES)
    .sort((a, b) => a.questions - b.questions || a.batches - b.batches);
  return { topics: topics.length, questions: phrasings.length, batches: countBatches(phrasings), thin };
}

/** A thin topic in a line for an editor. */
export function describeThinTopic({ id, questions, batches }: ThinTopic): string {
  const enough = `${ENOUGH_QUESTIONS} of ${ENOUGH_BATCHES} batches are enough`;
  return `${id} has ${questions} question${questions === 1 ? '' : 's'} of ${batches} batch${batches === 1 ? '' : 'es'}; ${enough}`;
}

const countBatches = (phrasings: QuestionContent['phrasings']): number =>
  new Set(phrasings.map(({ batch }) => batch)).size;
