import { stringify } from 'yaml';
import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { checkYaml } from '../shared/read-yaml';
import type { Suggestion } from './passage';

/** In the folder of an export. */
export const PASSAGES_FILE = 'passages.yaml';

const HEAD = ` What is hidden before release, because it is about somebody else. Read draft.html from its beginning to its end.
 Decide about each passage: hide: yes or hide: no. Add passages of your own below the others, as
   - text: words as they stand in the draft
     hide: yes
 A passage is hidden wherever it stands. Then write your name behind checked-by, and run: npm run -s person -- release
`;

const passage = z.strictObject({
  text: z.string().trim().min(2, 'write at least two characters'),
  hide: z.enum(['yes', 'no'], 'decide: yes or no'),
  kind: z.string().optional(),
  places: z.number().optional(),
  context: z.string().optional(),
});

const schema = z.strictObject({
  draft: z.string(),
  'checked-by': z.string('write your name: nothing is released unless somebody has read it').trim().min(2),
  passages: z.array(passage).nullable(),
});

export interface CheckedPassages {
  /** SHA-256 of the draft that was read. */
  readonly draft: string;
  readonly checkedBy: string;
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
}

/** The file as an operator gets it, with nothing decided. @param draft SHA-256 of the draft that it is about */
export function passagesText(suggestions: readonly Suggestion[], draft: string): string {
  const passages = suggestions.map(({ text, kind, places, context }) => {
    return { text, hide: 'undecided', kind, places, context };
  });
  const head = HEAD.trimEnd()
    .split('\n')
    .map((line) => `#${line}\n`)
    .join('');
  return head + stringify({ draft, 'checked-by': null, passages }, { lineWidth: 0 });
}

/** What the operator has decided, or what is missing, by line. */
export function readPassages(source: string): Loaded<CheckedPassages | undefined> {
  const { value, problems } = checkYaml(PASSAGES_FILE, source, schema);
  if (!value) return { value, problems };
  const decided = (wanted: 'yes' | 'no'): readonly string[] =>
    (value.passages ?? []).filter(({ hide }) => hide === wanted).map(({ text }) => text);
  const checked = { draft: value.draft, checkedBy: value['checked-by'], hidden: decided('yes'), shown: decided('no') };
  return { value: checked, problems };
}
