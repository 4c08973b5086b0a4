import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

import { AppError } from '../../shared/app-error';
import { MODES, type Mode } from './baseline';
import { MATTER_VERDICTS, type MatterVerdict } from './judge-recognised';
import type { MatterOutcome } from './recognise-messages';

/** What was recognised in each message when the baseline was recorded, with its verdict: "right: access", by its text. */
export type MattersBaseline = Readonly<Record<Mode, Readonly<Record<string, string>>>>;

const modeSchema = z.record(z.string(), z.string()).default({});
const fileSchema = z.strictObject({ 'with encoder': modeSchema, 'words alone': modeSchema });

/** An empty baseline where there is no file yet. @throws AppError `content_invalid` where the file is damaged */
export function readMattersBaseline(file: string): MattersBaseline {
  if (!existsSync(file)) return { 'with encoder': {}, 'words alone': {} };
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('content_invalid', `${file} is damaged; --record writes it anew`, { cause });
  }
}

/** Writes what is recognised now; the mode that was not asked stays as it was. */
export function writeMattersBaseline(file: string, now: ReadonlyMap<Mode, readonly MatterOutcome[]>): void {
  const before = readMattersBaseline(file);
  const written = MODES.map((mode) => {
    const outcomes = now.get(mode)?.map((outcome) => [outcome.message.text, recordOf(outcome)] as const);
    return [mode, outcomes ? Object.fromEntries(outcomes) : before[mode]] as const;
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(written), undefined, 2)}\n`);
}

export const recordOf = ({ verdict, shown }: MatterOutcome): string => `${verdict}: ${shown}`;

/** A recorded verdict; what cannot be read counts as the worst. */
export const recordedVerdict = (record: string): MatterVerdict =>
  MATTER_VERDICTS.find((verdict) => record.startsWith(`${verdict}: `)) ?? 'missed';

/**
 * What became worse, a sentence for each verdict that is a mistake and is given more often than when the baseline was
 * recorded; none when all is well. The same messages are recognised in the same way each time, so one more is one more.
 */
export function worseThanRecorded(
  outcomes: readonly MatterOutcome[],
  baseline: MattersBaseline[Mode],
): readonly string[] {
  const mistakes = MATTER_VERDICTS.filter((verdict) => verdict !== 'right');
  return mistakes.flatMap((mistake) => {
    const before = Object.values(baseline).filter((record) => recordedVerdict(record) === mistake).length;
    const now = outcomes.filter(({ verdict }) => verdict === mistake).length;
    return now > before ? [`${mistake}: ${before} -> ${now}`] : [];
  });
}
