import { DateTime } from 'luxon';
import { parseArgs } from 'node:util';

import { groupQuestions } from '../review/group-questions';
import { QUESTIONS_TO_REVIEW, type QuestionToReview } from '../review/question-to-review';
import { AppError } from '../shared/app-error';
import { openToRead, type Place } from '../storage/open-storage';
import { loadPlace } from './load-place';
import { CARE, questionsText } from './questions-text';

const HELP = `Prints the questions to review: those that were declined, and those whose answer somebody rated. They are
grouped by what was shown, the newest first. The service may be running.

  npm run -s questions
  npm run -s questions -- --since 2026-11-01 --json

  --since DAY      only those of this day and later, as YYYY-MM-DD
  --json           one JSON object instead of text
  --help           shows this

Exit status: 0 printed, 1 there is nothing to read, or the settings are wrong, 2 wrong usage.
The chats are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

/** The newest so many; a list that nobody could read through tells no more. */
const MOST = 5000;

interface Options {
  readonly since: Date | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

/** Undefined when the usage is wrong; it has been said then. */
function readOptions(args: readonly string[]): Options | undefined {
  const options = { since: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { since, json = false, help = false } = parseArgs({ args: [...args], options }).values;
    return { since: since === undefined ? undefined : startOf(since), json, help };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n--help shows how to ask.`);
    return undefined;
  }
}

function startOf(day: string): Date {
  const start = DateTime.fromFormat(day, 'yyyy-MM-dd', { zone: 'Europe/London' });
  if (!start.isValid) throw new Error('--since is not a day such as 2026-11-01.');
  return start.toJSDate();
}

/** Newest first. */
async function readQuestions(place: Place, since: Date | undefined): Promise<readonly QuestionToReview[]> {
  const reader = await openToRead(place);
  // The index is by what is greater than a value, and a question of the very moment counts.
  const above = since && new Date(since.getTime() - 1).toISOString();
  const range = above === undefined ? {} : { range: { above } };
  const found = await reader.find(QUESTIONS_TO_REVIEW, {
    index: 'by-time',
    ...range,
    order: 'descending',
    limit: MOST,
  });
  await reader.close();
  return found.map(({ body }) => body);
}

async function printQuestions(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const questions = await readQuestions(loadPlace(), options.since);
  const groups = groupQuestions(questions);
  const isAll = questions.length < MOST;
  process.stdout.write(
    options.json ? `${JSON.stringify({ note: CARE, isAll, groups })}\n` : questionsText(groups, isAll),
  );
  return 0;
}

// Whoever reads our output may stop reading, as `head` does. That is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

printQuestions(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exitCode = 1;
  },
);
