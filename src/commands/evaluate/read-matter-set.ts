import { existsSync, readFileSync } from 'node:fs';

import type { ContentProblem, Loaded } from '../../shared/content-problem';
import { matterMessageSchema, type MatterMessage } from './matter-message';
import { parseJson } from './parse-json';

/** Reads a set of messages, one JSON object a line, and checks it. */
export function readMatterSet(file: string): Loaded<readonly MatterMessage[]> {
  if (!existsSync(file)) {
    return { value: [], problems: [{ file, line: 1, problem: 'the file is missing', rule: 'file-exists' }] };
  }
  const value: MatterMessage[] = [];
  const problems: ContentProblem[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, text] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    if (text.trim() === '') continue;
    const line = index + 1;
    const { data, error } = matterMessageSchema.safeParse(parseJson(text));
    const first = data && lineOf.get(data.text);
    if (first !== undefined) {
      problems.push({ file, line, problem: `the message stands on line ${first} already`, rule: 'unique' });
    } else if (data) {
      lineOf.set(data.text, line);
      value.push(data);
    }
    for (const { path, message } of error?.issues ?? []) {
      problems.push({ file, line, problem: `${path.join('.')} ${message}`.trim(), rule: 'shape' });
    }
  }
  return { value, problems };
}
