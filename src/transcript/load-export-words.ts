import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';

const words = z.string().min(1, 'write some words');

const schema = z
  .strictObject({
    title: words,
    'deleted-on': words.refine((text) => text.includes('{date}'), 'the blank {date} must stand in it'),
    tenant: words,
    assistant: words,
  })
  .transform(({ 'deleted-on': deletedOn, ...rest }) => ({ ...rest, deletedOn }));

/** What a download of a chat says beside the words of the chat. */
export type ExportWords = z.infer<typeof schema>;

/** Reads the words of the download from the content folder. */
export function loadExportWords(contentDir: string): Loaded<ExportWords | undefined> {
  return readYaml(contentDir, 'transcript/en.yaml', schema);
}
