import type { ContentProblem, Loaded } from '../shared/content-problem';
import { linesOf } from './plain-text';

/** What stands between the two lines of dashes at the top of a section file, and the lines after it. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  readonly body: readonly string[];
  /** Where the body starts, counted from 1. */
  readonly bodyLine: number;
}

export interface FrontMatterField {
  readonly value: string;
  readonly line: number;
}

const FENCE = '---';

/** Reads `key: value` lines, all required. A value may hold colons and needs no quotes, so that titles stay as they are. */
export function readFrontMatter(file: string, source: string, keys: readonly string[]): Loaded<FrontMatter> {
  const lines = linesOf(source);
  const end = lines[0]?.trimEnd() === FENCE ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === FENCE) : -1;
  if (end === -1) {
    const problem = `the file must start with a line "${FENCE}", then ${keys.join(' and ')}, then a line "${FENCE}"`;
    return {
      value: { fields: new Map(), body: [], bodyLine: 1 },
      problems: [{ file, line: 1, problem, rule: 'front-matter' }],
    };
  }

  const { fields, problems } = readFields(file, lines.slice(1, end), keys);
  const missing = keys
    .filter((key) => !fields.has(key))
    .map((key) => ({ file, line: 1, problem: `the key "${key}" is missing`, rule: 'required-keys' }));
  return { value: { fields, body: lines.slice(end + 1), bodyLine: end + 2 }, problems: [...problems, ...missing] };
}

function readFields(file: string, lines: readonly string[], keys: readonly string[]) {
  const fields = new Map<string, FrontMatterField>();
  const problems: ContentProblem[] = [];
  lines.forEach((text, index) => {
    if (text.trim() === '') return;
    const line = index + 2;
    const colon = text.indexOf(':');
    const value = text.slice(colon + 1).trim();
    const key = text.slice(0, colon).trim();
    if (colon === -1 || value === '') {
      problems.push({ file, line, problem: 'write a key, a colon and a value', rule: 'front-matter' });
    } else if (!keys.includes(key)) {
      const problem = `unknown key "${key}"; the keys are ${keys.join(' and ')}`;
      problems.push({ file, line, problem, rule: 'known-keys' });
    } else if (fields.has(key)) {
      problems.push({ file, line, problem: `the key "${key}" stands here a second time`, rule: 'unique' });
    } else {
      fields.set(key, { value, line });
    }
  });
  return { fields, problems };
}
