import type { NoticeVersion } from '../notice/notice';
import type { ContentProblem, Loaded } from '../shared/content-problem';
import { checkQuestions } from './check-questions';
import { figuresHold } from './figures-hold';
import { NOT_ASKED_ABOUT_FILE, questionFile, readQuestionFiles, type PlacedQuestions } from './read-question-files';

/** Reads and checks all questions of content/questions. */
export function loadQuestions(contentDir: string): Loaded<PlacedQuestions> {
  const { value, problems } = readQuestionFiles(contentDir);
  return { value, problems: problems.length > 0 ? problems : checkQuestions(value) };
}

/** What the topics and the notice in force do not agree on: passages that there are not, and passages without a topic. */
export function checkTopicPassages(content: PlacedQuestions, notice: NoticeVersion): readonly ContentProblem[] {
  const known = new Set(notice.sections.flatMap(({ passages }) => passages.map(({ id }) => id)));
  const covered = new Set(content.topics.flatMap(({ passages }) => passages));
  const excused = new Set(content.notAskedAbout.map(({ passage }) => passage));
  return [
    ...unknownPassages(content, notice.version, known),
    ...unfitSentences(content, notice),
    ...wronglyExcused(content, notice.version, known, covered),
    ...[...known].filter((id) => !covered.has(id) && !excused.has(id)).map(uncovered),
  ];
}

/** Our sentence before a quote may not tell another figure than the quote. */
function unfitSentences({ topics }: PlacedQuestions, notice: NoticeVersion): readonly ContentProblem[] {
  const words = new Map(notice.sections.flatMap(({ passages }) => passages.map(({ id, text }) => [id, text])));
  return topics.flatMap(({ id, says, passages, file, line }) => {
    if (says === undefined || figuresHold(says, words.get(passages[0] ?? '') ?? '')) return [];
    const problem = `${id}: "says" has a figure that its first passage does not have`;
    return [{ file, line, problem, rule: 'says-fits' }];
  });
}

function unknownPassages(
  { topics }: PlacedQuestions,
  version: string,
  known: ReadonlySet<string>,
): readonly ContentProblem[] {
  return topics.flatMap(({ id, passages, file, line }) =>
    passages
      .filter((passage) => !known.has(passage))
      .map((passage) => {
        const problem = `${id}: the notice of ${version} has no passage "${passage}"`;
        return { file, line, problem, rule: 'passage-exists' };
      }),
  );
}

function wronglyExcused(
  { notAskedAbout }: PlacedQuestions,
  version: string,
  known: ReadonlySet<string>,
  covered: ReadonlySet<string>,
): readonly ContentProblem[] {
  return notAskedAbout.flatMap(({ passage, file, line }) => {
    if (!known.has(passage)) {
      const problem = `the notice of ${version} has no passage "${passage}"`;
      return [{ file, line, problem, rule: 'passage-exists' }];
    }
    const problem = `"${passage}" has a topic now; take it off this list`;
    return covered.has(passage) ? [{ file, line, problem, rule: 'passage-covered' }] : [];
  });
}

function uncovered(passage: string): ContentProblem {
  const problem = `no topic has the passage "${passage}"; write one, or list it in ${NOT_ASKED_ABOUT_FILE} with a reason`;
  return { file: questionFile(passage.split('/')[0] ?? ''), line: 1, problem, rule: 'passage-covered' };
}
