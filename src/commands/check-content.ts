/**
 * Checks everything in the content folder and prints all problems at once.
 *
 *   npm run -s content:check
 *   node dist/src/commands/check-content.js --checksum 2023-09     prints what freezes that version of the notice
 *
 * The folder is CONTENT_DIR, or ./content. The project's own content is checked against the questions of test/evaluation,
 * too: none of them may be taught, and what they name has to be there. Ends with status 1 when there is a problem, 2 when
 * used wrongly.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { contentProblems, loadContent } from '../content';
import { describeLawNotes } from '../notice/describe-law-notes';
import { LAW_NOTES_FILE } from '../notice/load-law-notes';
import { versionChecksums } from '../notice/load-notice';
import { noticeInForce } from '../notice/notice-in-force';
import { describeCoverage, describeThinTopic } from '../search/describe-coverage';
import { loadQuestions } from '../search/load-questions';
import { describeProblem, type ContentProblem } from '../shared/content-problem';
import { checkAgainstSet } from './check-against-set';
import { OWN_SET } from './evaluate/labelled-question';

/** The folder that the questions of the evaluation are about. */
const OWN_CONTENT = 'content';

const CONTENT_FILE = /\.(md|ya?ml)$/;

/** Where lines go: the console, or a test. */
interface Output {
  log(line: string): void;
  error(line: string): void;
}

/**
 * Returns the exit status.
 * @param setFile the questions by which understanding of this content is judged; where there is none, nothing is compared
 */
export function checkContent(args: readonly string[], contentDir: string, output: Output, setFile?: string): number {
  if (args.length === 0) return check(contentDir, output, setFile);
  const [option, version] = args;
  if (option === '--checksum' && version !== undefined && args.length === 2) {
    return printChecksums(contentDir, version, output);
  }
  output.error('usage: check-content [--checksum VERSION]');
  return 2;
}

function check(contentDir: string, output: Output, setFile: string | undefined): number {
  const problems = allProblems(contentDir, setFile);
  for (const problem of problems) output.log(problem);
  if (problems.length > 0) return 1;
  const files = readdirSync(contentDir, { recursive: true }).filter((file) => CONTENT_FILE.test(String(file)));
  output.log(`content: ${files.length} files in ${contentDir}, no problems`);
  for (const line of [...lawNoteRemarks(contentDir, new Date()), ...coverageNotes(contentDir)]) output.log(line);
  return 0;
}

function allProblems(contentDir: string, setFile: string | undefined): readonly string[] {
  const inFolder = ({ file, ...rest }: ContentProblem) => describeProblem({ ...rest, file: join(contentDir, file) });
  const problems = contentProblems(contentDir, new Date()).map(inFolder);
  if (problems.length > 0 || setFile === undefined) return problems;
  const { inSet, inContent } = checkAgainstSet(contentDir, setFile);
  return [...inContent.map(inFolder), ...inSet.map(describeProblem)];
}

/** What has to be known of the notes on the law: above all, which of them nobody has approved. */
function lawNoteRemarks(contentDir: string, now: Date): readonly string[] {
  const { notice, lawNotes } = loadContent(contentDir, now);
  const remarks = describeLawNotes(lawNotes, noticeInForce(notice, now), now);
  return remarks.map((remark) => `note: ${join(contentDir, LAW_NOTES_FILE)}  ${remark}`);
}

/** Where more questions would help, and how many there are. No problems: content with few questions is sound, too. */
function coverageNotes(contentDir: string): readonly string[] {
  const { topics, questions, batches, thin } = describeCoverage(loadQuestions(contentDir).value);
  return [
    ...thin.map((topic) => `note: ${join(contentDir, topic.file)}:${topic.line}  ${describeThinTopic(topic)}`),
    `questions: ${questions} of ${batches} batches for ${topics} topics, ${thin.length} of them thinly covered`,
  ];
}

/** As they stand in notice/versions.yaml, ready to be copied there. */
function printChecksums(contentDir: string, version: string, output: Output): number {
  const checksums = Object.entries(versionChecksums(contentDir, version));
  if (checksums.length === 0) {
    output.error(`there are no section files in ${join(contentDir, 'notice', version)}`);
    return 1;
  }
  output.log(['  checksums:', ...checksums.map(([file, checksum]) => `    ${file}: ${checksum}`)].join('\n'));
  return 0;
}

if (require.main === module) {
  const contentDir = process.env.CONTENT_DIR ?? OWN_CONTENT;
  const setFile = resolve(contentDir) === resolve(OWN_CONTENT) ? OWN_SET : undefined;
  process.exitCode = checkContent(process.argv.slice(2), contentDir, console, setFile);
}
