import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { blanksIn } from '../shared/fill-blanks';
import { Replies } from './replies';
import { REPLY_TEXTS } from './reply-texts';

const FILE = 'replies/en.yaml';

/** One sentence, in which only the declared blanks may stand. */
function sentenceWith(allowed: readonly string[]): z.ZodType<string> {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      const unknown = blanksIn(text).filter((blank) => !allowed.includes(blank));
      if (unknown.length === 0) return;
      const known = allowed.length > 0 ? `it may use {${allowed.join('}, {')}}` : 'this text has no blanks';
      context.addIssue({ code: 'custom', message: `unknown blank {${unknown.join('}, {')}}: ${known}` });
    });
}

const repliesSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(REPLY_TEXTS).map(([group, texts]) => [
      group,
      z.strictObject(
        Object.fromEntries(
          Object.entries<readonly string[]>(texts).map(([name, blanks]) => [name, sentenceWith(blanks)]),
        ),
      ),
    ]),
  ),
);

/** Reads replies/en.yaml of the content folder. */
export function loadReplies(contentDir: string): Loaded<Replies> {
  const { value, problems } = readYaml(contentDir, FILE, repliesSchema);
  const texts = Object.entries(value ?? {}).flatMap(([group, named]) =>
    Object.entries(named).map(([name, text]) => [`${group}.${name}`, text] as const),
  );
  return { value: new Replies(new Map(texts)), problems };
}
