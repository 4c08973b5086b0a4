import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { load } from './load';
import { formatTable } from './table';

/**
 * Measures what sealing costs a turn: the same server with a conversation that only echoes, sealed and not. What it
 * computes for a turn can be compared on a busy machine, too; turns a second cannot.
 */
const CONVERSATIONS = 20;
const SECONDS = 3;
const PASSES = 4;
const KINDS = ['sealed', 'clear'] as const;

type Kind = (typeof KINDS)[number];

interface Costs {
  turns: number;
  /** Microseconds of the processor. */
  cpu: number;
  seconds: number;
}

async function main(): Promise<void> {
  const servers = { sealed: await start('sealed'), clear: await start('clear') };
  for (const kind of KINDS) await load(servers[kind].url, CONVERSATIONS, 1);
  const costs: Record<Kind, Costs> = {
    sealed: { turns: 0, cpu: 0, seconds: 0 },
    clear: { turns: 0, cpu: 0, seconds: 0 },
  };
  // In turns, so that a slower moment of the machine is one for both.
  for (let pass = 0; pass < PASSES; pass++) {
    for (const kind of KINDS) await measure(servers[kind], costs[kind]);
  }
  for (const kind of KINDS) servers[kind].child.disconnect();
  tell(costs);
}

async function measure({ child, url }: Server, costs: Costs): Promise<void> {
  const before = await cpuOf(child);
  const { turns, seconds } = await load(url, CONVERSATIONS, SECONDS);
  costs.cpu += (await cpuOf(child)) - before;
  costs.turns += turns;
  costs.seconds += seconds;
}

function tell({ sealed, clear }: Readonly<Record<Kind, Costs>>): void {
  const perTurn = ({ cpu, turns }: Costs): number => cpu / turns;
  const row = (name: string, costs: Costs): string[] => [
    name,
    `${Math.round(perTurn(costs))} µs`,
    (perTurn(costs) / perTurn(clear)).toFixed(2),
    String(Math.round(costs.turns / costs.seconds)),
  ];
  const head = ['an echoed message', 'processor', 'of not sealed', 'turns/s'];
  console.log(formatTable(head, [row('sealed', sealed), row('not sealed', clear)]));
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

async function start(kind: Kind): Promise<Server> {
  const child = fork(join(__dirname, '../support/sealing-server.js'), [kind]);
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }];
  return { child, url };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ readonly cpu: number }];
  return cpu;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
