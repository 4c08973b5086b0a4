import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './desk-server';
import { eventually } from './eventually';

/** A real Redis of a test's own, with nothing in it. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends it at once; what was in it is lost. */
  kill(): Promise<void>;
  /** Starts it again at the same address, empty. */
  start(): Promise<void>;
  /** Holds it up, so that it answers nothing and yet keeps every connection, until it goes on. */
  freeze(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/** Whether there is a redis-server on this machine. */
export const HAS_REDIS = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** For tests that need one: says loudly that nothing was tested where there is none. */
export function describeOnRedis(name: string, tests: () => void): void {
  if (HAS_REDIS) describe(name, tests);
  else it.skip(`NOT TESTED, THERE IS NO redis-server ON THIS MACHINE: ${name}`, () => undefined);
}

/** A redis-server on a free port, with its folder among the temporary ones. */
export async function startRedis(password?: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-redis-'));
  const port = await freePort();
  const own = ['--dir', folder, ...(password === undefined ? [] : ['--requirepass', password])];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...own];
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn('redis-server', args, { stdio: 'ignore' });
    await eventually('redis-server is up', () => answers(port));
  };
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    freeze: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
