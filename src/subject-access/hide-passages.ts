import { finderOf } from './passage';

/**
 * A copy of some data without passages: in every text of it, however deep, other words stand in their place.
 *
 * @param passages the longer of two that overlap counts
 * @param instead what stands there then
 */
export function hidePassages<T>(data: T, passages: readonly string[], instead: string): T {
  const finders = [...passages].sort((one, other) => other.length - one.length).map(finderOf);
  const hide = (text: string): string => finders.reduce((rest, finder) => rest.replace(finder, () => instead), text);
  return mapTexts(data, hide) as T;
}

/** How often passages stand in some data. */
export function countPassages(data: unknown, passages: readonly string[]): number {
  let count = 0;
  const finders = passages.map(finderOf);
  mapTexts(data, (text) => {
    finders.forEach((finder) => (count += [...text.matchAll(finder)].length));
    return text;
  });
  return count;
}

const mapTexts = (data: unknown, change: (text: string) => string): unknown =>
  JSON.parse(JSON.stringify(data), (_key, value: unknown) => (typeof value === 'string' ? change(value) : value));
