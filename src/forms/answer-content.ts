import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';

/** Stand for the people and the things that `about` lists. */
export const WHO_BLANK = '{who}';
export const THING_BLANK = '{thing}';

const phrase = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'has no words')
  .refine(
    (text) => !/[{}]/.test(text.replace(WHO_BLANK, '').replace(THING_BLANK, '')),
    `blanks are ${WHO_BLANK} and ${THING_BLANK}`,
  );
const phrases = z.array(phrase);
/** Option by question. */
const fills = z.record(z.string(), z.string());

const frames = { telling: phrases, hinting: phrases, whole: phrases };

const schema = z
  .strictObject({
    ways: z.strictObject({ collect: phrases, post: phrases }),
    unsaid: z.strictObject({ email: phrases, phone: phrases, post: phrases }),
    'no-way': phrases,
    about: z.strictObject({
      ...frames,
      myself: z.strictObject({ fills, ...frames }),
      things: phrases,
      beside: phrases,
      people: z.array(z.strictObject({ fills, who: phrases })).min(1),
    }),
  })
  .transform(({ 'no-way': noWay, ...rest }) => ({ ...rest, noWay }));

/** How people answer, beside the words of the options. */
export type AnswerContent = z.infer<typeof schema>;

/** Reads content/rights/answers.yaml. */
export function loadAnswerWords(contentDir: string): Loaded<AnswerContent | undefined> {
  return readYaml(contentDir, 'rights/answers.yaml', schema);
}
