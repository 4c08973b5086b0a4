import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { blanksIn, fillBlanks } from '../shared/fill-blanks';
import { readYaml } from '../shared/read-yaml';
import type { LawNote, LawNotes } from './law-note';
import type { Notice } from './notice';

/** Path from the content folder. */
export const LAW_NOTES_FILE = 'law-notes.yaml';

/** Characters. More is no plain sentence. */
const LONGEST_SENTENCE = 140;

/** What a note may name. */
export interface LawNoteContext {
  /** All published versions. */
  readonly notice: Notice;
  /** The ids of details.yaml. */
  readonly details: readonly string[];
  /** The name of the regulator, for the blank {regulator}. */
  readonly regulator: string;
}

const day = z.iso.date('write a date like "2026-02-05"');

const sentence = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_SENTENCE, `is longer than ${LONGEST_SENTENCE} characters`)
  .refine((text) => blanksIn(text).every((blank) => blank === 'regulator'), 'may have no other blank than {regulator}');

const approval = z.union(
  [z.literal('awaited'), z.strictObject({ by: z.string().trim().min(1, 'say who has approved it'), on: day })],
  { error: 'write "awaited", or by whom and on which day: {by: ..., on: 2026-12-01}' },
);

/**
 * Reads law-notes.yaml. What a note names has to be there: versions, a draft's folder too, passages in one of its
 * published versions, and details.
 */
export function loadLawNotes(contentDir: string, context: LawNoteContext): Loaded<LawNotes> {
  const hasVersion = (version: string): boolean => existsSync(join(contentDir, 'notice', version));
  const { value, problems } = readYaml(contentDir, LAW_NOTES_FILE, fileSchema(context, hasVersion));
  if (!value) return { value: { showsUnapproved: false, notes: [] }, problems };
  const { regulator } = context;
  const notes = Object.entries(value.notes).map(([id, { 'for-notice': forNotice, says, ...rest }]): LawNote => {
    const text = fillBlanks(says.join(' '), { regulator });
    return { id, ...rest, forNotice, text, approval: rest.approval === 'awaited' ? undefined : rest.approval };
  });
  return { value: { showsUnapproved: value['show-unapproved'], notes }, problems };
}

function fileSchema({ notice, details }: LawNoteContext, hasVersion: (version: string) => boolean) {
  const note = z
    .strictObject({
      since: day,
      'for-notice': z
        .array(
          z
            .string()
            .refine(hasVersion, { error: ({ input }) => `there is no version "${String(input)}" of the notice` }),
        )
        .min(1, 'name the versions of the notice that do not say it'),
      beside: z.array(z.string()).default([]),
      answers: z
        .array(
          z.string().refine((detail) => details.includes(detail), {
            error: ({ input }) => `details.yaml has no "${String(input)}"`,
          }),
        )
        .default([]),
      says: z.array(sentence).min(1, 'write a sentence'),
      source: z.string().trim().min(1, 'say where the law says so'),
      approval,
    })
    .superRefine(({ beside, answers, 'for-notice': versions }, context) => {
      if (beside.length + answers.length === 0) {
        context.addIssue({
          code: 'custom',
          message: 'is never shown: name passages in "beside", or details in "answers"',
        });
      }
      const known = passagesOf(notice, versions);
      beside.forEach((id, index) => {
        if (known.size === 0 || known.has(id)) return;
        const message = `the notice of ${versions.join(', ')} has no passage "${id}"`;
        context.addIssue({ code: 'custom', path: ['beside', index], message });
      });
    });
  return z.strictObject({
    'show-unapproved': z.boolean(),
    notes: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no id: write small letters and single hyphens'), note),
  });
}

/** Empty where none of these versions is published: a draft's passages are compared once it is. */
function passagesOf({ versions }: Notice, wanted: readonly string[]): ReadonlySet<string> {
  const sections = versions.filter(({ version }) => wanted.includes(version)).flatMap((version) => version.sections);
  return new Set(sections.flatMap(({ passages }) => passages.map(({ id }) => id)));
}
