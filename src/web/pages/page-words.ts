import { z } from 'zod';

import type { Loaded } from '../../shared/content-problem';
import { readYaml } from '../../shared/read-yaml';
import { problemWords, requestWords, statusWords } from './request-words';
import { words, wordsWith } from './words';

/** Path from the content folder. */
const FILE = 'pages/en.yaml';

const schema = z.strictObject({
  site: z.strictObject({
    organisation: words,
    leave: words,
    'leave-to': z.string().regex(/^https:\/\/\S+$/, 'write a web address that starts with https://'),
  }),
  notice: z.strictObject({
    skip: words,
    contents: words,
    'use-form': words,
    'in-force': wordsWith('published', 'from'),
    superseded: wordsWith('published', 'from', 'until'),
    'to-come': wordsWith('published', 'from'),
    'law-note': words,
    'read-in-force': words,
    'other-versions': words,
    'no-other-versions': words,
  }),
  demo: z.strictObject({ title: words, skip: words, about: words, 'read-notice': words, 'use-form': words }),
  request: requestWords,
  status: statusWords,
  problem: problemWords,
  'not-found': z.strictObject({ title: words, text: words, 'read-notice': words }),
});

/** Our own words on the pages, beside those of the notice. */
export type PageWords = z.infer<typeof schema>;

/** Reads the words of the pages from the content folder. */
export function loadPageWords(contentDir: string): Loaded<PageWords | undefined> {
  return readYaml(contentDir, FILE, schema);
}
