import { join } from 'node:path';
import { z } from 'zod';

import { MATTERS } from '../../rights/matter';

/** The messages that the recognition of matters is judged by, and what was recognised in them last. */
export const MATTER_SET = join('test', 'evaluation', 'matters.jsonl');
export const MATTER_BASELINE = join('test', 'evaluation', 'matters-baseline.json');

const matter = z.enum(MATTERS);
const text = z.string().trim().min(1);

/** A message of which it is known what should be recorded: all of `matters`, or all of one of `or`; or offered: `matter`. */
export const matterMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    text,
    kind: z.literal('raised'),
    matters: z.array(matter).min(1),
    or: z.array(z.array(matter).min(1)).default([]),
    /** What it tells beside that, by field of the forms. */
    told: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    text,
    kind: z.literal('mentioned'),
    matter,
    why: z.enum(['hypothetical', 'negated', 'quoted']),
  }),
  z.strictObject({ text, kind: z.literal('none') }),
]);
export type MatterMessage = z.infer<typeof matterMessageSchema>;
