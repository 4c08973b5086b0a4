import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A server in a process of its own, so that it does not share an event loop with who measures it. */
export interface Target {
  readonly url: string;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** What is measured; the last is a bare server. */
export const TARGETS = ['desk', 'words', 'echo', 'floor'] as const;
export type TargetKind = (typeof TARGETS)[number];

/** @param settings of the service beside those of its kind */
export async function startTarget(kind: TargetKind, settings: Readonly<Record<string, string>> = {}): Promise<Target> {
  const file = kind === 'floor' ? 'floor-server.js' : 'bench-server.js';
  const child = fork(join(__dirname, '..', 'support', file), [kind, JSON.stringify(settings)]);
  const { url } = (await reply(child)) as { readonly url: string };
  return {
    url,
    memory: async () => {
      child.send('memory');
      return ((await reply(child)) as { readonly rss: number }).rss / 1024 / 1024;
    },
    stop: async () => {
      child.disconnect();
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

function reply(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the server ended with status ${code ?? 'none'}`)));
  });
}
