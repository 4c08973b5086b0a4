import { spawn, type ChildProcess } from 'node:child_process';

export interface CommandEnded {
  /** Null when it was killed. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<CommandEnded>;
}

/** Starts a built command as an operator does. @param name of its file, such as "retention" */
export function startCommand(name: string, dataDir: string, args: readonly string[], input = ''): RunningCommand {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [`dist/src/commands/${name}.js`, ...args], { env });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => out.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => err.push(chunk));
  child.stdin.end(input);
  const ended = new Promise<CommandEnded>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: out.join(''), err: err.join('') }));
  });
  return { process: child, ended };
}

/** The same for `npm run retention`, to its end. */
export const retentionCommand = (dataDir: string, ...args: readonly string[]): Promise<CommandEnded> =>
  startCommand('retention', dataDir, args).ended;

/** Of lines of the dry run what would become of each thing, its class and its id. */
export const listed = ({ out }: CommandEnded): string[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t').slice(0, 3).join(' '));
