/** Words that may be about somebody else, and what an operator has decided about them. */
export interface Passage {
  /** As it stands in what is kept; in large or small letters, and however it is spaced. */
  readonly text: string;
  readonly kind: PassageKind;
}

export type PassageKind = 'name' | 'email' | 'phone' | 'postcode';

/** A passage that is suggested, with where it stands for whoever decides. */
export interface Suggestion extends Passage {
  readonly places: number;
  /** The first place, with some words before and behind it. */
  readonly context: string;
}

/** Finds a passage wherever it stands as words of its own: no part of a longer word is found. */
export function finderOf(text: string): RegExp {
  const words = text.trim().split(/\s+/).map(escaped).join('\\s+');
  return new RegExp(`(?<!${LETTER}(?=${LETTER}))${words}(?!(?<=${LETTER})${LETTER})`, 'giu');
}

const LETTER = '[\\p{L}\\p{N}]';

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
