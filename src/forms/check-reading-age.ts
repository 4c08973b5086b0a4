import type { ContentProblem } from '../shared/content-problem';
import type { Form } from './form';
import type { Forms } from './forms';
import { formFile } from './load-forms';
import { readingAge } from './reading-age';

/** Years */
const OLDEST = 11;

/** Forms whose sentences, taken together, need a reading age of more than 11. */
export function checkReadingAge(forms: Forms): readonly ContentProblem[] {
  return forms.all.flatMap((form) => {
    const age = readingAge(sentencesIn(form));
    if (age <= OLDEST) return [];
    const problem = `needs a reading age of ${age}, and may need ${OLDEST}: write shorter sentences and shorter words`;
    return [{ file: formFile(form.matter), line: 1, problem, rule: 'reading-age' }];
  });
}

/** All that people may read of a form but headings and buttons, which are no sentences. */
export function sentencesIn({ understood, questions, receipt }: Form): readonly string[] {
  return [
    understood,
    ...questions.flatMap(({ ask, hint, why, problem }) => [ask, hint ?? '', why, problem ?? '']),
    ...[...receipt.facts, ...receipt.next].map(({ text }) => text),
  ];
}
