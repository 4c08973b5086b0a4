import type { Step } from '../../search/observe';
import { passageTitle } from '../../search/passage-title';
import { columns } from '../columns';

type Passages = Extract<Step, { step: 'passages' }>;

/** The passages that came nearest in a notice without phrasings, and whether that is near enough. */
export function explainPassages({ by, ranked, sure, from }: Passages): readonly string[] {
  const rows = ranked.map(({ passage, score }) => [score.toFixed(2), passage.sectionTitle, passageTitle(passage)]);
  const outcome = sure < from ? 'not near enough' : 'near enough';
  return [
    ...columns([['score', 'section', 'passage'], ...rows], ['right']),
    `By ${by}: sure ${sure.toFixed(2)}, ${outcome} to answer (from ${from.toFixed(2)}).`,
  ];
}
