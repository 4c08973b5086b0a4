import { existsSync } from 'node:fs';

import { loadNotice } from '../notice/load-notice';
import { noticeInForce } from '../notice/notice-in-force';
import { findCopies } from '../search/find-copies';
import { loadQuestions } from '../search/load-questions';
import type { ContentProblem } from '../shared/content-problem';
import { readQuestionSet } from './evaluate/read-question-set';

/** What content and evaluation have wrong with each other, by where it is to be mended. */
export interface SetProblems {
  readonly inSet: readonly ContentProblem[];
  readonly inContent: readonly ContentProblem[];
}

/**
 * Compares content that is sound by itself with the questions by which understanding is judged: what those name has to be
 * there, and none of them may be taught.
 * @param setFile where there is no such file, nothing is compared
 */
export function checkAgainstSet(contentDir: string, setFile: string): SetProblems {
  if (!existsSync(setFile)) return { inSet: [], inContent: [] };
  const { topics, phrasings } = loadQuestions(contentDir).value;
  const notice = noticeInForce(loadNotice(contentDir).value, new Date());
  const { value, problems } = readQuestionSet(setFile, { topics, notice });
  const tested = value.map(({ q, line }) => ({ q, line, file: setFile }));
  return { inSet: problems, inContent: findCopies(phrasings, tested) };
}
