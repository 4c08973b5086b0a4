import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { COLLECTIONS } from '../src/collections';

/** Every collection that some subject declares, by the name of its constant. */
function declared(): string[] {
  const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.ts'));
  return files.flatMap(({ parentPath, name }) => {
    const source = readFileSync(join(parentPath, name), 'utf8');
    return [...source.matchAll(/^export const (\w+): Collection</gm)].map(([, constant = '']) => constant);
  });
}

describe('the list of collections', () => {
  it('has every one that a subject declares, so that none is left out of a copy or a backup', () => {
    const listed = /= \[([^\]]+)\]/.exec(readFileSync('src/collections.ts', 'utf8'))?.[1] ?? '';

    expect(listed.match(/\w+/g)?.sort()).toEqual(declared().sort());
  });

  it('says of each what is personal in it, so that nothing is left unsealed by mistake', () => {
    expect(COLLECTIONS.filter(({ personal }) => personal === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('has each name once', () => {
    const names = COLLECTIONS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });
});
