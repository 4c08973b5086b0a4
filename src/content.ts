import { checkReadingAge } from './forms/check-reading-age';
import { loadAnswerWords, type AnswerContent } from './forms/answer-content';
import { loadCommands, type CommandContent } from './forms/command-content';
import type { Forms } from './forms/forms';
import { loadForms } from './forms/load-forms';
import type { LawNotes } from './notice/law-note';
import { loadLawNotes } from './notice/load-law-notes';
import { loadNotice } from './notice/load-notice';
import type { Notice } from './notice/notice';
import { sectionsFrom } from './notice/section-texts';
import { noticeInForce } from './notice/notice-in-force';
import { loadReplies } from './replies/load-replies';
import { loadSummaries } from './replies/load-summaries';
import type { Replies } from './replies/replies';
import type { Summaries } from './replies/summaries';
import { loadSchedule } from './retention/load-schedule';
import type { Schedule } from './retention/schedule';
import { loadRecognition } from './rights/load-recognition';
import type { RecognitionContent } from './rights/recognition/recognition-content';
import { regulatorInSentence, type Controllers } from './rights/controllers';
import { loadControllers } from './rights/load-controllers';
import { loadClock, type ClockContent } from './rights/clock/load-clock';
import { checkNotTold } from './search/find-details';
import { checkTopicPassages, loadQuestions } from './search/load-questions';
import { checkFlowPassages, loadSearchContent } from './search/load-search-content';
import type { SearchContent } from './search/search-content';
import { AppError } from './shared/app-error';
import { describeProblem, type ContentProblem, type Loaded } from './shared/content-problem';
import { londonDay } from './shared/london-day';
import { loadExportWords, type ExportWords } from './transcript/load-export-words';
import { loadPageWords, type PageWords } from './web/pages/page-words';
import type { WidgetWords } from './web/widget-word-names';
import { loadWidgetWords } from './web/widget-words';

/** The whole content folder, read and checked. */
export interface Content {
  readonly notice: Notice;
  readonly lawNotes: LawNotes;
  readonly search: SearchContent;
  readonly replies: Replies;
  readonly summaries: Summaries;
  readonly pages: PageWords;
  readonly widget: WidgetWords;
  readonly exportWords: ExportWords;
  readonly forms: Forms;
  readonly commands: CommandContent;
  readonly answers: AnswerContent;
  readonly recognition: RecognitionContent;
  readonly controllers: Controllers;
  readonly clock: ClockContent;
  readonly retention: Schedule;
}

/**
 * Reads every content file.
 *
 * @param now decides which notice is in force; what other files say of passages is checked against that one
 * @throws AppError `content_invalid`, with a line for every problem of every file
 */
export function loadContent(contentDir: string, now: Date): Content {
  const { content, problems } = readContent(contentDir, now);
  if (content) return content;
  throw new AppError('content_invalid', problems.map(describeProblem).join('\n'));
}

/** The same for editors: everything that is wrong, in all files at once. */
export function contentProblems(contentDir: string, now: Date): readonly ContentProblem[] {
  const { content, problems } = readContent(contentDir, now);
  return [
    ...problems,
    ...questionProblems(contentDir, content, now),
    ...(content ? checkReadingAge(content.forms) : []),
  ];
}

/** Questions are read by training, not by the service: only what was learnt from them is needed to start. */
function questionProblems(contentDir: string, content: Content | undefined, now: Date): readonly ContentProblem[] {
  const { value, problems } = loadQuestions(contentDir);
  if (problems.length > 0 || !content) return problems;
  const { notice, search } = content;
  return [...checkTopicPassages(value, noticeInForce(notice, now)), ...checkNotTold(value, search.details)];
}

function readContent(contentDir: string, now: Date): { content?: Content; problems: readonly ContentProblem[] } {
  const notice = loadNotice(contentDir);
  const search = loadSearchContent(contentDir);
  const controllers = loadControllers(contentDir);
  const parts = {
    notice,
    search,
    replies: loadReplies(contentDir),
    lawNotes: loadLawNotes(contentDir, {
      notice: notice.value,
      details: search.value.details.map(({ detail }) => detail),
      regulator: controllers.value ? regulatorInSentence(controllers.value.regulator) : '',
    }),
    summaries: loadSummaries(contentDir, notice.value),
    pages: loadPageWords(contentDir),
    widget: loadWidgetWords(contentDir),
    exportWords: loadExportWords(contentDir),
    forms: loadForms(contentDir, signsOf(search)),
    commands: loadCommands(contentDir),
    answers: loadAnswerWords(contentDir),
    recognition: loadRecognition(contentDir),
    controllers,
    clock: loadClock(contentDir),
    retention: loadSchedule(contentDir, sectionsFrom(contentDir, now)),
  } satisfies { readonly [K in keyof Content]: Loaded<Content[K] | undefined> };
  const problems = Object.values(parts).flatMap((part) => part.problems);
  if (problems.length > 0) return { problems };

  const acrossFiles = problemsAcrossFiles(notice.value, search.value, now);
  if (acrossFiles.length > 0) return { problems: acrossFiles };
  // A part without problems has its value.
  const content = Object.fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value]));
  return { content: content as unknown as Content, problems: [] };
}

/** The signs of danger that forms may name; unknown where their file has problems of its own. */
const signsOf = ({ value, problems }: Loaded<SearchContent>): readonly string[] | undefined =>
  problems.length > 0 ? undefined : value.urgent.signs.map(({ sign }) => sign);

function problemsAcrossFiles(notice: Notice, search: SearchContent, now: Date): readonly ContentProblem[] {
  const today = londonDay(now);
  if (notice.versions.some(({ inForceFrom }) => inForceFrom <= today)) {
    return checkFlowPassages(search, noticeInForce(notice, now));
  }
  const problem = 'no published version of the notice is in force today';
  return [{ file: 'notice/versions.yaml', line: 1, problem, rule: 'in-force' }];
}
