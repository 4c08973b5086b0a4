/**
 * Checks everything in the content folder and prints all problems at once.
 *
 *   npm run -s content:check
 *   node dist/src/commands/check-content.js --checksum 2023-09     prints what freezes that version of the notice
 *
 * The folder is CONTENT_DIR, or ./content. Ends with status 1 when there is a problem, 2 when used wrongly.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { contentProblems } from '../content';
import { versionChecksums } from '../notice/load-notice';
import { describeCoverage } from '../search/describe-coverage';
import { loadQuestions } from '../search/load-questions';
import { describeProblem } from '../shared/content-problem';

const CONTENT_FILE = /\.(md|ya?ml)$/;

/** Where lines go: the console, or a test. */
interface Output {
  log(line: string): void;
  error(line: string): void;
}

/** Returns the exit status. */
export function checkContent(args: readonly string[], contentDir: string, output: Output): number {
  if (args.length === 0) return check(contentDir, output);
  const [option, version] = args;
  if (option === '--checksum' && version !== undefined && args.length === 2) {
    return printChecksums(contentDir, version, output);
  }
  output.error('usage: check-content [--checksum VERSION]');
  return 2;
}

function check(contentDir: string, output: Output): number {
  const problems = contentProblems(contentDir, new Date());
  for (const problem of problems) output.log(describeProblem({ ...problem, file: join(contentDir, problem.file) }));
  if (problems.length > 0) return 1;
  const files = readdirSync(contentDir, { recursive: true }).filter((file) => CONTENT_FILE.test(String(file)));
  output.log(`content: ${files.length} files in ${contentDir}, no problems`);
  const { topics, questions, batches, thin } = describeCoverage(loadQuestions(contentDir).value);
  output.log(
    `questions: ${questions} of ${batches} batches for ${topics} topics, ${thin.length} of them thinly covered`,
  );
  return 0;
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
  process.exitCode = checkContent(process.argv.slice(2), process.env.CONTENT_DIR ?? 'content', console);
}
