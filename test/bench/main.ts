import { cpus, totalmem } from 'node:os';

import { load, type LoadResult } from './load';
import { measureStartUp } from './start-up';
import { formatTable, quantile } from './table';
import { startTarget, type Target } from './target';
import { measureUnderstanding } from './understanding';

/**
 * Measures the service on this machine. Figures of two machines, or of two moments on a busy one, cannot be compared;
 * the ratios of one run can: the same server with a conversation that only echoes, and a bare server under the same
 * client.
 */
const CONVERSATIONS = 50;
const SECONDS = 3;
const PASSES = 2;
const STARTS = 3;
const KINDS = ['desk', 'echo', 'floor'] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Readonly<Record<Kind, string>> = {
  desk: 'the desk',
  echo: 'the same server, echoing',
  floor: 'a bare server',
};

async function main(): Promise<void> {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  console.log(
    `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}\n`,
  );

  const starts = [];
  for (let start = 0; start < STARTS; start++) starts.push(await measureStartUp());
  const { understand, ask, load: loading } = measureUnderstanding();
  console.log(
    formatTable(
      ['', 'measured'],
      [
        ['from start to first answer, median', `${whole(quantile(starts, 0.5))} ms`],
        ['reading content and building the index', `${whole(loading)} ms`],
        ['understanding a question', `${whole(understand)} µs`],
        ['asking: understanding and the reply', `${whole(ask)} µs`],
      ],
    ),
  );

  const targets = {
    desk: await startTarget('desk'),
    echo: await startTarget('echo'),
    floor: await startTarget('floor'),
  };
  try {
    await measureLoad(targets);
  } finally {
    await Promise.all(KINDS.map((kind) => targets[kind].stop()));
  }
}

/** In turns, so that a slower moment of the machine is one for all of them. */
async function measureLoad(targets: Readonly<Record<Kind, Target>>): Promise<void> {
  const before = await memoryOf(targets);
  for (const kind of KINDS) await load(targets[kind].url, CONVERSATIONS, 1);
  const results: Record<Kind, LoadResult[]> = { desk: [], echo: [], floor: [] };
  for (let pass = 0; pass < PASSES; pass++) {
    for (const kind of KINDS) results[kind].push(await load(targets[kind].url, CONVERSATIONS, SECONDS));
  }
  const after = await memoryOf(targets);

  const perSecond = (kind: Kind): number =>
    sum(results[kind].map(({ turns }) => turns)) / sum(results[kind].map(({ seconds }) => seconds));
  const rows = KINDS.map((kind) => {
    const latencies = results[kind].flatMap((result) => [...result.latencies]);
    return [
      NAMES[kind],
      whole(perSecond(kind)),
      (perSecond('desk') / perSecond(kind)).toPrecision(2),
      `${quantile(latencies, 0.5).toFixed(1)} ms`,
      `${quantile(latencies, 0.99).toFixed(1)} ms`,
      `${whole(before[kind])} MB`,
      `${whole(after[kind])} MB`,
    ];
  });
  const head = ['', 'turns/s', 'desk : this', 'p50', 'p99', 'memory before', 'after'];
  console.log(
    `\n${CONVERSATIONS} conversations at once, ${PASSES} times ${SECONDS} seconds each\n\n${formatTable(head, rows)}`,
  );
}

async function memoryOf(targets: Readonly<Record<Kind, Target>>): Promise<Record<Kind, number>> {
  const [desk, echo, floor] = [await targets.desk.memory(), await targets.echo.memory(), await targets.floor.memory()];
  return { desk, echo, floor };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const whole = (value: number): string => String(Math.round(value));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
