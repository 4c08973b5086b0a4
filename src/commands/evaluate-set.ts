import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import type { NoticeVersion } from '../notice/notice';
import type { Desk } from '../replies/create-desk';
import { DECLINED, judge, VERDICTS, type Verdict } from '../search/judge-understanding';
import { normalise } from '../search/normalise';

/** One labelled question of a set. */
const itemSchema = z.object({
  q: z.string(),
  kind: z.enum(['answer', 'flow', 'decline', 'smalltalk']),
  /** Names of passages in passages.tsv beside the set, or ids of passages of the notice. */
  gold: z.array(z.string()).default([]),
  flow: z.union([z.string(), z.array(z.string())]).default([]),
});
type Item = z.infer<typeof itemSchema>;

/** Asks everything in a file and tells how it went, a line for each kind. */
export async function evaluateSet(
  file: string,
  desk: Pick<Desk, 'understand'>,
  notice: NoticeVersion,
): Promise<readonly string[]> {
  const ids = passageIds(file, notice);
  const counts = new Map<string, Map<Verdict, number>>();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const item = itemSchema.parse(JSON.parse(line));
    const got = judge(await desk.understand(item.q, { notice }), wantedOf(item, ids));
    for (const kind of [item.kind, 'all']) {
      const count = counts.get(kind) ?? new Map<Verdict, number>();
      counts.set(kind, count.set(got, (count.get(got) ?? 0) + 1));
    }
  }
  const heading = ['kind'.padEnd(12), 'questions'.padStart(10), ...VERDICTS.map((name) => name.padStart(18))].join('');
  return [heading, ...[...counts].map(([kind, count]) => row(kind, count))];
}

function row(kind: string, count: ReadonlyMap<Verdict, number>): string {
  const all = [...count.values()].reduce((sum, one) => sum + one, 0);
  const shares = VERDICTS.map((name) => `${((100 * (count.get(name) ?? 0)) / all).toFixed(1)} %`.padStart(18));
  return [kind.padEnd(12), String(all).padStart(10), ...shares].join('');
}

/** From the names that the set uses to the ids of our passages, by their texts. */
function passageIds(file: string, notice: NoticeVersion): ReadonlyMap<string, string> {
  const passages = notice.sections.flatMap((section) => section.passages);
  const byText = new Map(passages.map(({ id, text }) => [normalise(text), id]));
  const ids = new Map(passages.map(({ id }) => [id, id]));
  const names = join(dirname(file), 'passages.tsv');
  if (!existsSync(names)) return ids;
  for (const line of readFileSync(names, 'utf8').split('\n')) {
    const [name, , text = ''] = line.split('\t');
    const id = byText.get(normalise(text));
    if (name !== undefined && id !== undefined) ids.set(name, id);
  }
  return ids;
}

/** For an answer, a request that the set names is right too. */
function wantedOf({ kind, gold, flow }: Item, ids: ReadonlyMap<string, string>): readonly string[] {
  const flows = [flow].flat();
  if (kind === 'answer') return [...gold.flatMap((name) => ids.get(name) ?? []), ...flows];
  return kind === 'flow' ? flows : [kind === 'decline' ? DECLINED : kind];
}
