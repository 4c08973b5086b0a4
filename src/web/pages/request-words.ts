import { z } from 'zod';

import { MATTERS } from '../../rights/matter';
import { words, wordsWith } from './words';

const choice = z.strictObject({ matter: z.enum(MATTERS), label: words, note: words.optional() });

const groups = z
  .array(z.strictObject({ heading: words, choices: z.array(choice).min(1) }))
  .superRefine((read, context) => {
    const offered = read.flatMap(({ choices }) => choices.map(({ matter }) => matter));
    for (const matter of MATTERS) {
      const times = offered.filter((other) => other === matter).length;
      if (times !== 1)
        context.addIssue({ code: 'custom', message: `"${matter}" must be offered once, and is ${times} times` });
    }
  });

const message = z.strictObject({ title: words, text: words });

/** Pages on which requests are made and looked up. */
export const requestWords = z.strictObject({
  title: words,
  skip: words,
  back: words,
  lead: z.array(words).min(1),
  'emergency-lead': words,
  emergency: wordsWith('phone'),
  optional: words,
  want: z.strictObject({ ask: words, hint: words, problem: words, groups }),
  words: z.strictObject({ label: words, hint: words }),
  after: words,
  send: words,
  answers: z.strictObject({
    title: words,
    safe: words,
    'how-to': words,
    understood: words,
    'about-you': words,
    send: words,
  }),
  'only-if': wordsWith('options'),
  or: words,
  contact: z.strictObject({
    email: words,
    post: words,
    phone: words,
    collect: words,
    'email-problem': words,
    'post-problem': words,
    'phone-problem': words,
    needed: words,
  }),
  'too-long': wordsWith('limit', 'count'),
  'choose-one': words,
  hidden: wordsWith('what'),
  receipt: z.strictObject({ keep: words, status: words, another: words }),
  withdrawn: z.strictObject({ title: words }),
  by: z.strictObject({ lead: words, text: words, complain: wordsWith('regulator', 'phone') }),
});

export const statusWords = z.strictObject({
  title: words,
  lead: words,
  reference: z.strictObject({ label: words, hint: words, problem: words, send: words }),
  code: z.strictObject({ label: words, problem: words, send: words, again: words }),
  add: z.strictObject({ label: words, hint: words, problem: words, send: words }),
  'carry-on': words,
  withdraw: words,
});

/** What a page says where something cannot be done. */
export const problemWords = z.strictObject({
  prefix: wordsWith('title'),
  heading: words,
  'for-readers': words,
  'not-sent': z.strictObject({ title: words, failed: words, busy: words, old: words, send: words }),
  refused: message,
  expired: message,
  'too-big': message,
  files: message,
  busy: message,
  failed: message,
  'to-form': words,
});

export type RequestWords = z.infer<typeof requestWords>;
export type StatusWords = z.infer<typeof statusWords>;
export type ProblemWords = z.infer<typeof problemWords>;
