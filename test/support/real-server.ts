import { spawn, type ChildProcess } from 'node:child_process';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built service as a process of its own, as an operator runs it. */
export interface RealServer {
  readonly url: string;
  readonly process: ChildProcess;
  readonly exited: Promise<Exit>;
  /** Everything that it has written, on both outputs. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Exit>;
}

export interface RealServerOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** What is started instead of the product's own `main`. */
  readonly entry?: string;
}

/** Resolves when the service answers calls. @throws Error with what it wrote, when it ends before. */
export async function startRealServer(options: RealServerOptions): Promise<RealServer> {
  const server = spawnServer(options);
  const ready = new Promise<'ready'>((resolve) => {
    server.process.stdout?.on('data', () => {
      if (server.output().includes('"ready"')) resolve('ready');
    });
  });
  if ((await Promise.race([ready, server.exited])) === 'ready') return server;
  throw new Error(server.output());
}

/** The same without waiting, for a start that is meant to fail. */
export function spawnServer({ dataDir, port, settings, entry = 'dist/src/main.js' }: RealServerOptions): RealServer {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      MESSAGES_PER_MINUTE: '100000',
      TOKENS_PER_MINUTE: '100000',
      ...settings,
    },
  });
  let output = '';
  const note = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const exited = new Promise<Exit>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const end = (signal: NodeJS.Signals): Promise<Exit> => {
    child.kill(signal);
    return exited;
  };
  return { url: `http://localhost:${port}`, process: child, exited, output: () => output, end };
}
