import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';

const words = z.string().trim().min(1, 'write some words');

const withBlank = (blank: string) =>
  words.refine((text) => text.includes(`{${blank}}`), `the blank {${blank}} must stand in it`);

const leftOut = z.strictObject({ what: words, why: words });

const schema = z.strictObject({
  title: words,
  draft: words,
  'made-on': withBlank('date'),
  about: words,
  'hidden-note': withBlank('hidden'),
  hidden: words,
  none: words,
  you: words,
  assistant: words,
  staff: words,
  chats: words,
  chat: withBlank('date'),
  'no-words': words,
  requests: words,
  request: withBlank('reference'),
  'received-on': words,
  'asked-for': words,
  'in-your-words': words,
  told: words,
  'passed-over': words,
  'what-happened': words,
  /** By kind of event. */
  events: z.record(z.string(), words),
  questions: words,
  messages: words,
  to: words,
  'opt-outs': words,
  'opt-out-since': withBlank('date'),
  'opt-out-lifted': withBlank('date'),
  'left-out': words,
  'left-out-memory': leftOut,
  'left-out-codes': leftOut,
  'left-out-sent': leftOut,
  'left-out-records': leftOut,
  'left-out-logs': leftOut,
});

/** What the copy of a person's information says beside the information. */
export type BundleWords = z.infer<typeof schema>;

/** Reads the words of the copy from the content folder. */
export function loadBundleWords(contentDir: string): Loaded<BundleWords | undefined> {
  return readYaml(contentDir, 'subject-access/en.yaml', schema);
}

/** What is never in a copy, and why, in the order in which it is told. */
export const leftOutOf = (words: BundleWords) => [
  words['left-out-memory'],
  words['left-out-codes'],
  words['left-out-sent'],
  words['left-out-records'],
  words['left-out-logs'],
];
