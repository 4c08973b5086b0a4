import { z } from 'zod';

export const words = z.string().min(1, 'write some words');

/** Words in which the page fills the named blanks, like {from}; each must be there, and no other. */
export const wordsWith = (...blanks: readonly string[]) =>
  words.refine(
    (text) =>
      [...text.matchAll(/\{([^}]*)\}/g)]
        .map(([, name]) => name)
        .sort()
        .join() === [...blanks].sort().join(),
    `these blanks must stand in it, once each: ${blanks.map((name) => `{${name}}`).join(' ')}`,
  );
