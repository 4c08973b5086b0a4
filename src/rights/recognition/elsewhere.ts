import type { Matter } from '../matter';
import type { ClauseReading } from './read-clause';

/**
 * Whether all that is said is about a home: "can you fix my tap", "delete the direct debit". How messages are understood
 * was learnt from people who speak of information, and takes such wishes for theirs.
 */
export const isElsewhere = (clauses: readonly ClauseReading[]): boolean =>
  clauses.some(({ about }) => about === 'home') && !clauses.some(({ about }) => about === 'information');

/** What can only be done to information when it is said of information: people also correct, remove and stop other things. */
const DONE_TO_ANYTHING: ReadonlySet<Matter> = new Set([
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'complaint',
]);

/** What is asked for all the same, in words that have one meaning only: "unsubscribe", "let me speak to a person". */
export const askedElsewhere = (clauses: readonly ClauseReading[]): readonly Matter[] => [
  ...new Set(clauses.flatMap(({ asked }) => asked.filter((matter) => !DONE_TO_ANYTHING.has(matter)))),
];
