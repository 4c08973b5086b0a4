import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

import type { ContentProblem, Loaded } from './content-problem';

/**
 * Reads a YAML content file and checks it against its schema. Every problem names the line of the key it is about.
 * With problems, `value` is `undefined`.
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Loaded<T | undefined> {
  if (!existsSync(join(root, file))) {
    return { value: undefined, problems: [{ file, line: 1, problem: 'the file is missing', rule: 'file-exists' }] };
  }
  return checkYaml(file, readFileSync(join(root, file), 'utf8'), schema);
}

/** The same for the text of a file that has been read already. */
export function checkYaml<T>(file: string, source: string, schema: z.ZodType<T>): Loaded<T | undefined> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const broken = document.errors.map((error) => problemAt(file, lines, error.pos[0], firstLine(error.message), 'yaml'));
  if (broken.length > 0) return { value: undefined, problems: broken };

  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => {
    const rule = issue.code === 'unrecognized_keys' ? 'known-keys' : ruleOf(issue);
    const where = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    const place = where.length > 0 ? `${where.join('.')}: ` : '';
    return problemAt(file, lines, offsetOf(document, where), place + issue.message, rule);
  });
  return { value: undefined, problems };
}

/** A schema may name a rule of its own, as `params: { rule }` of a custom issue. */
function ruleOf(issue: z.core.$ZodIssue): string {
  const rule: unknown = issue.code === 'custom' ? issue.params?.rule : undefined;
  return typeof rule === 'string' ? rule : 'shape';
}

function problemAt(file: string, lines: LineCounter, offset: number, problem: string, rule: string): ContentProblem {
  return { file, line: Math.max(1, lines.linePos(offset).line), problem, rule };
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

/** Where a key stands; where it is missing, the nearest parent that there is. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isNode(item.key) && item.key.toJSON() === key) : undefined;
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
