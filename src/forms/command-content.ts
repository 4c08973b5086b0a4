import { z } from 'zod';

import { normalise } from '../search/normalise';
import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';

/** What works everywhere in a form, and is said by itself. `yes` and `no` are answers, too. */
export const PLAIN_COMMANDS = [
  'back',
  'skip',
  'unknown',
  'why',
  'refuse',
  'cancel',
  'carry_on',
  'start_again',
  'person',
  'send',
  'keep',
  'withdraw',
  'later',
  'yes',
  'no',
] as const;
export type PlainCommand = (typeof PLAIN_COMMANDS)[number];

/** Stands for what an answer is called. */
export const QUESTION_BLANK = '{question}';

const phrase = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'has no words');
const phrases = z.array(phrase);
const withBlank = phrase.refine((text) => text.split(QUESTION_BLANK).length === 2, `needs one ${QUESTION_BLANK}`);

const saidAs = z
  .strictObject(
    Object.fromEntries(PLAIN_COMMANDS.map((command) => [command, phrases.min(1)])) as Record<
      PlainCommand,
      z.ZodArray<typeof phrase>
    >,
  )
  .superRefine((commands, context) => {
    const meanings = new Map<string, string>();
    for (const [command, wordings] of Object.entries(commands)) {
      wordings.forEach((wording, index) => {
        const other = meanings.get(normalise(wording));
        if (other === undefined) meanings.set(normalise(wording), command);
        else
          context.addIssue({ code: 'custom', path: [command, index], message: `"${wording}" already means ${other}` });
      });
    }
  });

const schema = z
  .strictObject({
    around: z.strictObject({ before: phrases, after: phrases }),
    'said-as': saidAs,
    symbols: z.strictObject({ yes: z.array(z.string().min(1)), no: z.array(z.string().min(1)) }),
    change: z.strictObject({
      always: z.array(withBlank),
      'unless-it-is-wanted': z.array(withBlank),
      'unless-told-in-words': z.array(withBlank),
    }),
    called: z.strictObject({ name: phrases, contact: phrases, place: phrases }),
  })
  .transform(({ 'said-as': said, change, ...rest }) => ({
    ...rest,
    saidAs: said,
    change: {
      always: change.always,
      unlessItIsWanted: change['unless-it-is-wanted'],
      unlessToldInWords: change['unless-told-in-words'],
    },
  }));

/** The words of the commands. */
export type CommandContent = z.infer<typeof schema>;

/** Reads content/rights/commands.yaml. */
export function loadCommands(contentDir: string): Loaded<CommandContent | undefined> {
  return readYaml(contentDir, 'rights/commands.yaml', schema);
}
