import type { ContentProblem } from '../shared/content-problem';
import { wordsOf } from './normalise';
import type { PlacedQuestions } from './read-question-files';
import type { DetailContent } from './search-content';
import { stemWord } from './stem-word';
import { containsRun } from './term-runs';

/** Ids of the details that a message asks for, in the order of the content. */
export type FindDetails = (text: string) => readonly string[];

/** Finds in a message which details it asks for: "which company", "how many days". By unbroken runs of stems. */
export function createDetailFinder(details: readonly DetailContent[]): FindDetails {
  const known = details.map(({ detail, askedAs, with: needed = [], without = [] }) => {
    return { detail, runs: askedAs.map(stems), needed: needed.map(stems), without: without.map(stems) };
  });
  return (text) => {
    const said = stems(text);
    const holdsAny = (runs: readonly (readonly string[])[]): boolean => runs.some((run) => containsRun(said, run));
    return known
      .filter(({ runs, needed, without }) => {
        return holdsAny(runs) && (needed.length === 0 || holdsAny(needed)) && !holdsAny(without);
      })
      .map(({ detail }) => detail);
  };
}

const stems = (text: string): readonly string[] => wordsOf(text).map(stemWord);

/** Details that topics list as not told and that details.yaml does not have. */
export function checkNotTold(
  { topics }: Pick<PlacedQuestions, 'topics'>,
  details: readonly DetailContent[],
): readonly ContentProblem[] {
  const known = new Set(details.map(({ detail }) => detail));
  return topics.flatMap(({ id, notTold = [], file, line }) =>
    notTold
      .filter((detail) => !known.has(detail))
      .map((detail) => {
        return { file, line, problem: `${id}: details.yaml has no "${detail}"`, rule: 'detail-exists' };
      }),
  );
}
