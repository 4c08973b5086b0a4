import { cpus, totalmem } from 'node:os';

import { load, type LoadResult } from './load';
import { measureStartUp } from './start-up';
import { formatTable, quantile } from './table';
import { startTarget, TARGETS, type Target, type TargetKind } from './target';
import { measureEncoder, measureUnderstanding, type UnderstandingCost } from './understanding';

/**
 * Measures the service on this machine. Figures of two machines, or of two moments on a busy one, cannot be compared;
 * the ratios of one run can: the same server with a conversation that only echoes, and a bare server under the same
 * client.
 */
const CONVERSATIONS = 50;
const SECONDS = 3;
const PASSES = 2;
const STARTS = 3;
const NAMES: Readonly<Record<TargetKind, string>> = {
  desk: 'the desk',
  words: 'the desk, encoder off',
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
  console.log(`from start to first answer, median: ${whole(quantile(starts, 0.5))} ms\n`);
  await tellUnderstanding();

  const targets = {
    desk: await startTarget('desk'),
    words: await startTarget('words'),
    echo: await startTarget('echo'),
    floor: await startTarget('floor'),
  };
  try {
    await measureLoad(targets);
  } finally {
    await Promise.all(TARGETS.map((kind) => targets[kind].stop()));
  }
}

async function tellUnderstanding(): Promise<void> {
  const encoder = await measureEncoder();
  const [on, off] = [await measureUnderstanding('on'), await measureUnderstanding('off')];
  const row = (name: string, { load: loading, understand, ask }: UnderstandingCost): string[] => [
    name,
    `${whole(loading)} ms`,
    `${whole(understand)} µs`,
    `${whole(ask)} µs`,
    (understand / encoder).toPrecision(2),
  ];
  const rows = [
    row('with the encoder', on),
    row('encoder off', off),
    ['the encoder alone', '', `${whole(encoder)} µs`, '', '1'],
  ];
  console.log(formatTable(['a question', 'load', 'understand', 'with the reply', 'of the encoder'], rows));
}

/** In turns, so that a slower moment of the machine is one for all of them. */
async function measureLoad(targets: Readonly<Record<TargetKind, Target>>): Promise<void> {
  const before = await memoryOf(targets);
  for (const kind of TARGETS) await load(targets[kind].url, CONVERSATIONS, 1);
  const results: Record<TargetKind, LoadResult[]> = { desk: [], words: [], echo: [], floor: [] };
  for (let pass = 0; pass < PASSES; pass++) {
    for (const kind of TARGETS) results[kind].push(await load(targets[kind].url, CONVERSATIONS, SECONDS));
  }
  const after = await memoryOf(targets);

  const perSecond = (kind: TargetKind): number =>
    sum(results[kind].map(({ turns }) => turns)) / sum(results[kind].map(({ seconds }) => seconds));
  const rows = TARGETS.map((kind) => {
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

async function memoryOf(targets: Readonly<Record<TargetKind, Target>>): Promise<Record<TargetKind, number>> {
  const memory = { desk: 0, words: 0, echo: 0, floor: 0 };
  for (const kind of TARGETS) memory[kind] = await targets[kind].memory();
  return memory;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const whole = (value: number): string => String(Math.round(value));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
