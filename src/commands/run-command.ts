import { parseArgs } from 'node:util';

import type { Config } from '../config';
import { AppError } from '../shared/app-error';
import { loadPlace } from './load-place';

export interface Command {
  readonly help: string;
  /** How many words stand behind the command, or which mean anything. */
  readonly words: number | ((words: readonly string[]) => boolean);
  /** @returns what to print in the end */
  readonly run: (config: Config, words: readonly string[]) => Promise<string>;
}

/**
 * Runs a command on the data of this installation, with the settings of the environment and of `.env`. It ends with the
 * exit status 0 when it is done, 1 when it cannot be, which it says in a sentence, and 2 when it was asked wrongly.
 */
export function runCommand(command: Command): void {
  endWith(begin(command));
}

/** Ends the process with this status; where it fails, with 1, after a sentence that says why. */
export function endWith(ending: Promise<number>): void {
  // Whoever reads our output may stop reading, as `head` does. That is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  ending.then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error instanceof AppError ? error.message : error);
      process.exitCode = 1;
    },
  );
}

async function begin({ help, words, run }: Command): Promise<number> {
  const asked = readWords(process.argv.slice(2));
  if (asked === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (!asked || !(typeof words === 'number' ? asked.length === words : words(asked))) {
    console.error('It is not clear what to do.\n--help shows how to ask.');
    return 2;
  }
  process.stdout.write(await run(loadPlace(), asked));
  return 0;
}

function readWords(args: readonly string[]): readonly string[] | 'help' | undefined {
  try {
    const options = { help: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return values.help === true ? 'help' : positionals;
  } catch {
    return undefined;
  }
}
