import { z } from 'zod';

import type { Loaded } from '../../shared/content-problem';
import { readYaml } from '../../shared/read-yaml';

/** Path from the content folder. */
const FILE = 'pages/en.yaml';

const words = z.string().min(1, 'write some words');

/** Words in which the page fills the named blanks, like {from}; each must be there, and no other. */
const wordsWith = (...blanks: readonly string[]) =>
  words.refine(
    (text) =>
      [...text.matchAll(/\{([^}]*)\}/g)]
        .map(([, name]) => name)
        .sort()
        .join() === [...blanks].sort().join(),
    `these blanks must stand in it, once each: ${blanks.map((name) => `{${name}}`).join(' ')}`,
  );

const schema = z.strictObject({
  site: z.strictObject({
    organisation: words,
    leave: words,
    'leave-to': z.string().regex(/^https:\/\/\S+$/, 'write a web address that starts with https://'),
  }),
  notice: z.strictObject({
    skip: words,
    contents: words,
    'in-force': wordsWith('published', 'from'),
    superseded: wordsWith('published', 'from', 'until'),
    'to-come': wordsWith('published', 'from'),
    'law-note': words,
    'read-in-force': words,
    'other-versions': words,
    'no-other-versions': words,
  }),
  demo: z.strictObject({ title: words, skip: words, about: words, 'read-notice': words }),
  'not-found': z.strictObject({ title: words, text: words, 'read-notice': words }),
});

/** Our own words on the pages, beside those of the notice. */
export type PageWords = z.infer<typeof schema>;

/** Reads the words of the pages from the content folder. */
export function loadPageWords(contentDir: string): Loaded<PageWords | undefined> {
  return readYaml(contentDir, FILE, schema);
}
