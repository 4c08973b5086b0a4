import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

import { VERDICTS, type Verdict } from '../../search/judge-understanding';
import { AppError } from '../../shared/app-error';
import type { Outcome } from './ask-questions';

/** The two ways in which messages are understood. Each has a baseline of its own. */
export const MODES = ['with encoder', 'words alone'] as const;
export type Mode = (typeof MODES)[number];

/** What was shown for a question when the baseline was recorded, and how that was judged. */
export interface Recorded {
  readonly verdict: Verdict;
  readonly shown: string;
}

/** By the id of the question. */
export type Baseline = Readonly<Record<Mode, ReadonlyMap<string, Recorded>>>;

/** One short text a question, so that a change of the baseline is one line to read: "right: answer how-long/calls". */
const entrySchema = z.string().transform((text, context): Recorded => {
  const verdict = VERDICTS.find((one) => text.startsWith(`${one}: `));
  if (verdict !== undefined) return { verdict, shown: text.slice(verdict.length + 2) };
  context.addIssue({ code: 'custom', message: `"${text}" begins with no verdict` });
  return z.NEVER;
});
const modeSchema = z.record(z.string(), entrySchema).default({});
const fileSchema = z.strictObject({ 'with encoder': modeSchema, 'words alone': modeSchema });

/** An empty baseline where there is no file yet. @throws AppError `content_invalid` where the file is damaged */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file)) return { 'with encoder': new Map(), 'words alone': new Map() };
  try {
    const read = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return {
      'with encoder': new Map(Object.entries(read['with encoder'])),
      'words alone': new Map(Object.entries(read['words alone'])),
    };
  } catch (cause) {
    throw new AppError('content_invalid', `${file} is damaged; --record writes it anew`, { cause });
  }
}

/** Writes what is shown now; the mode that was not asked stays as it was. */
export function writeBaseline(file: string, baseline: Baseline, now: ReadonlyMap<Mode, readonly Outcome[]>): void {
  const written = MODES.map((mode) => {
    const outcomes = now.get(mode)?.map(({ question, ...rest }) => [question.id, rest] as const);
    const entries = [...(outcomes ?? baseline[mode])].sort(([one], [other]) => (one < other ? -1 : 1));
    return [mode, Object.fromEntries(entries.map(([id, { verdict, shown }]) => [id, `${verdict}: ${shown}`]))] as const;
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(written), undefined, 2)}\n`);
}
