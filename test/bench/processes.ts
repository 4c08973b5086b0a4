import { createConnection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { cpus, totalmem } from 'node:os';

import { RedisConnection } from '../../src/redis/redis-connection';
import { LEASE_TIMES, RedisLeases } from '../../src/redis/redis-leases';
import { RedisTurns } from '../../src/redis/redis-turns';
import { TurnQueue } from '../../src/shared/turn-queue';
import type { Turns } from '../../src/shared/turns';
import { RecordingLogger } from '../support/recording-logger';
import { HAS_REDIS, startRedis, type RedisServer } from '../support/redis-server';
import { load, type LoadResult } from './load';
import { timed } from './storage-cost';
import { formatTable, quantile } from './table';
import { startTarget, type Target } from './target';

/**
 * Measures what it costs that several processes keep out of each other's way: a turn in which nothing is done, and a
 * message to a service that echoes. Figures of two machines cannot be compared; the ratios of one run can.
 */
const EMPTY_TURNS = 2000;
const CONVERSATIONS = 8;
const SECONDS = 4;
const PASSES = 3;

async function main(): Promise<void> {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  console.log(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}\n`);
  if (!HAS_REDIS) {
    console.log('There is no redis-server on this machine: nothing was measured.');
    return;
  }
  const redis = await startRedis();
  try {
    await measureEmptyTurns(redis);
    const uri = process.env.MONGODB_URI ?? '';
    if (uri === '') console.log('MONGODB_URI is not set: no messages were measured.');
    else await measureMessages(uri, redis);
  } finally {
    await redis.stop();
  }
}

async function measureEmptyTurns(redis: RedisServer): Promise<void> {
  const connection = await RedisConnection.open(redis.url, new RecordingLogger());
  const leases = new RedisLeases(connection, LEASE_TIMES);
  const queue = new TurnQueue({ length: 50 });
  const through = new RedisTurns(new TurnQueue({ length: 50 }), leases);
  const turn = (turns: Turns) => timed(EMPTY_TURNS, (number) => turns.run(`chat-${number}`, () => Promise.resolve()));
  const ping = await timed(EMPTY_TURNS, () => connection.commands.ping());
  const [alone, leased] = [await turn(queue), await turn(through)];
  leases.stop();
  connection.close();
  const row = (name: string, micros: number): string[] => [name, `${micros.toFixed(1)} µs`, (micros / ping).toFixed(2)];
  const rows = [row('in one process', alone), row('through Redis', leased), row('a PING to Redis', ping)];
  console.log(`${formatTable(['a turn in which nothing is done', 'time', 'of a PING'], rows)}\n`);
}

async function measureMessages(server: string, redis: RedisServer): Promise<void> {
  const [alone, together] = [newDatabase(server), newDatabase(server)];
  const targets = {
    'in one process': await startTarget('echo', { MONGODB_URI: alone }),
    'through Redis': await startTarget('echo', { MONGODB_URI: together, REDIS_URL: redis.url }),
  };
  try {
    tell(await measureInTurns(targets));
  } finally {
    await Promise.all(Object.values(targets).map((target) => target.stop()));
    await Promise.all([alone, together].map(drop));
  }
}

/** In turns, so that a slower moment of the machine is one for both. */
async function measureInTurns(targets: Readonly<Record<string, Target>>): Promise<ReadonlyMap<string, LoadResult[]>> {
  const results = new Map<string, LoadResult[]>();
  for (const { url } of Object.values(targets)) await load(url, CONVERSATIONS, 1);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [name, { url }] of Object.entries(targets)) {
      results.set(name, [...(results.get(name) ?? []), await load(url, CONVERSATIONS, SECONDS)]);
    }
  }
  return results;
}

function tell(results: ReadonlyMap<string, LoadResult[]>): void {
  const perSecond = (passes: readonly LoadResult[]): number =>
    passes.reduce((sum, { turns }) => sum + turns, 0) / passes.reduce((sum, { seconds }) => sum + seconds, 0);
  const first = perSecond([...results.values()][0] ?? []);
  const rows = [...results].map(([name, passes]) => {
    const latencies = passes.flatMap((pass) => [...pass.latencies]);
    return [
      name,
      perSecond(passes).toFixed(0),
      (perSecond(passes) / first).toFixed(2),
      `${quantile(latencies, 0.5).toFixed(1)} ms`,
      `${quantile(latencies, 0.99).toFixed(1)} ms`,
    ];
  });
  const head = ['a message, echoed, on the server of MONGODB_URI', 'a second', 'ratio', 'p50', 'p99'];
  console.log(`${formatTable(head, rows)}\n${CONVERSATIONS} conversations at once, ${PASSES} times ${SECONDS} seconds`);
}

function newDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/privacy-desk-bench-${randomUUID()}`;
  return url.href;
}

async function drop(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
