import { loadNotice } from '../notice/load-notice';
import type { NoticeVersion } from '../notice/notice';
import { noticeInForce } from '../notice/notice-in-force';
import { checkTopicPassages, loadQuestions } from '../search/load-questions';
import { loadSearchContent } from '../search/load-search-content';
import type { QuestionContent } from '../search/question-content';
import type { Lexicon } from '../search/term-reader';
import { throwProblems } from './throw-problems';

/** What training reads of the content. */
export interface TrainingContent {
  readonly questions: QuestionContent;
  readonly notice: NoticeVersion;
  readonly lexicon: Lexicon;
}

/** @throws AppError `content_invalid`, with a line for every problem */
export function readTrainingContent(contentDir: string): TrainingContent {
  const questions = loadQuestions(contentDir);
  const search = loadSearchContent(contentDir);
  const published = loadNotice(contentDir);
  throwProblems([questions, search, published].flatMap(({ problems }) => problems));
  const notice = noticeInForce(published.value, new Date());
  throwProblems(checkTopicPassages(questions.value, notice));
  return { questions: questions.value, notice, lexicon: search.value.lexicon };
}
