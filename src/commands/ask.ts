import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import type { Step } from '../search/observe';
import { AppError } from '../shared/app-error';
import { answerRecord } from './answer-record';
import { explainQuestion } from './explain/explain-question';
import { loadDesk, type DeskAndNotice } from './load-desk';
import { LONGEST_QUESTION, readQuestion } from './read-question';

const HELP = `Asks the privacy desk and prints what a person would see.

  npm run -s ask -- "how long do you keep recordings of my calls"
  npm run -s ask -- --json < questions.jsonl
  npm run -s ask -- --explain "how long do you keep recordings of my calls"

  --json           reads standard input, one question a line ({"id","q"} or plain text), and writes one JSON object a
                   line, in the same order: the answer, and the matters that would be recorded or
                   offered. Each question is a conversation of its own.
  --explain        tells how it came to the answer: what it looked for first, the words as they were read, the nearest
                   phrasings, what each signal says of the likeliest meanings, and what each way of replying would cost
  --notice FILE    answers from this Markdown file instead of the notice in force
  --help           shows this

Exit status: 0 asked, 1 the content or the settings are wrong, 2 wrong usage.
The folder with the words is CONTENT_DIR, or "content".
`;

interface Options {
  readonly json: boolean;
  readonly explain: boolean;
  readonly help: boolean;
  readonly notice: string | undefined;
  readonly question: string;
}

/** Undefined when the usage is wrong; it has been said then. */
function readOptions(args: readonly string[]): Options | undefined {
  const flag = { type: 'boolean' } as const;
  const options = { json: flag, explain: flag, help: flag, notice: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { json = false, explain = false, help = false, notice } = values;
    const question = positionals.join(' ').trim();
    const wanted = { json, explain, help, notice, question };
    const problem = help ? undefined : usageProblem(wanted);
    if (problem === undefined) return wanted;
    console.error(problem);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.error('--help shows how to ask.');
  return undefined;
}

function usageProblem({ json, explain, question }: Options): string | undefined {
  if (json && explain) return 'One question at a time can be explained, without --json.';
  if (json) return question === '' ? undefined : 'With --json the questions come from standard input.';
  if (question === '') return 'There is no question.';
  return question.length > LONGEST_QUESTION ? `The question is longer than ${LONGEST_QUESTION} characters.` : undefined;
}

/** One line at a time, and no faster than the reader takes them, so that any number of questions fits in memory. */
async function askAll(loaded: DeskAndNotice): Promise<void> {
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    const question = readQuestion(line, lineNumber);
    const result = 'error' in question ? question : await answerRecord(question, loaded);
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
}

async function answerOne({ question: q, notice: file, explain }: Options): Promise<string> {
  const steps: Step[] = [];
  const loaded = await loadDesk(process.env, file, (step) => steps.push(step));
  if (explain) return explainQuestion(q, loaded, steps);
  return `${(await answerRecord({ id: '1', q }, loaded)).text}\n`;
}

async function ask(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.json) await askAll(await loadDesk(process.env, options.notice));
  else process.stdout.write(await answerOne(options));
  return 0;
}

// Whoever reads our output may stop reading, as `head` does. That is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

ask(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exitCode = 1;
  },
);
