import Fuse from 'fuse.js';

import { normalise } from './normalise';

/** Which of the offered options a person means: its position from 0, none of them, or nothing that we can tell. */
export type OptionMatch = number | 'none' | 'unclear';

const NONE =
  /^(no )?(none|neither|nothing|no|nope|not (those|these|that|them|any))( of (these|those|them|the above|it))?$/;
const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'one', 'first', '1st', 'a'],
  ['2', 'two', 'second', '2nd', 'b'],
  ['3', 'three', 'third', '3rd', 'c'],
  ['4', 'four', 'fourth', '4th', 'd'],
  ['5', 'five', 'fifth', '5th', 'e'],
];
const POSITION = /^(?:(?:the|option|number|choice|answer|i mean|its?) )*(\w+)(?: (?:one|option|please|pls|choice))*$/;

/** Fuse's distance, 0 for equal to 1 for nothing in common: some mistyped letters, no other words. */
const MISTYPED = 0.3;

/**
 * Reads a reply to a short list: "2", "the second one", "the last", a title (also mistyped, or its beginning), or
 * "none of these".
 */
export function matchOption(text: string, options: readonly string[]): OptionMatch {
  const normal = normalise(text);
  if (normal === '') return 'unclear';
  const exact = options.findIndex((option) => normalise(option) === normal);
  if (exact >= 0) return exact;
  if (NONE.test(normal)) return 'none';
  return byPosition(normal, options.length) ?? byTitle(normal, options) ?? 'unclear';
}

function byPosition(normal: string, count: number): number | undefined {
  const word = POSITION.exec(normal)?.[1];
  if (word === undefined) return undefined;
  if (word === 'last') return count > 0 ? count - 1 : undefined;
  const position = ORDINALS.findIndex((names) => names.includes(word));
  return position >= 0 && position < count ? position : undefined;
}

/** The title that is near; nothing where two are as near. */
function byTitle(normal: string, options: readonly string[]): number | undefined {
  const titles = options.map((option) => ({ title: normalise(option) }));
  const fuse = new Fuse(titles, {
    keys: ['title'],
    includeScore: true,
    ignoreFieldNorm: true,
    ignoreLocation: true,
    threshold: MISTYPED,
  });
  const [best, second] = fuse.search(normal);
  if (!best || normal.length < 3) return undefined;
  if (second && (second.score ?? 1) - (best.score ?? 1) < 0.01) return undefined;
  return best.refIndex;
}
