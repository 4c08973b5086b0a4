import { writeAddress } from './read-address';
import { findEmails } from './read-email';
import { readName, tidyName } from './read-name';
import { findPhones } from './read-phone';
import { LONGEST_TEXT } from './read-text';
import type { Question } from './form';
import type { Slot, SlotKind } from './slots';

/** What has to be put right: by kind of field, or the length of what was written. */
export type SlotProblem = 'email' | 'phone' | 'post' | 'name' | 'place' | 'choice' | 'too-long';

export type SlotReading = { readonly value: string } | { readonly problem: SlotProblem };

/**
 * Reads one field of the page by the rules by which the chat reads the same answer. Where a field says what belongs into
 * it, whatever could be meant is taken: any name, any place to which a letter can go, any words.
 *
 * @param text tidied, and not empty
 */
export function readSlot({ kind, field: { question } }: Pick<Slot, 'kind' | 'field'>, text: string): SlotReading {
  if (text.length > LONGEST_TEXT) return { problem: 'too-long' };
  if (kind === 'text' || kind === 'collect') return { value: text };
  const value = READERS[kind](text, question);
  return value === undefined ? { problem: kind } : { value };
}

type Read = (text: string, question: Question) => string | undefined;

const READERS: Readonly<Record<Exclude<SlotKind, 'text' | 'collect'>, Read>> = {
  email: (text) => findEmails(text)[0]?.value,
  phone: (text) => findPhones(text)[0]?.value,
  post: (text) => (hasLetterOrFigure(text) ? writeAddress(text) : undefined),
  place: (text) => (hasLetterOrFigure(text) ? writeAddress(text) : undefined),
  name: (text) => (/\p{L}/u.test(text) ? nameIn(tidyName(text)) : undefined),
  choice: (text, { options }) => options.find(({ id }) => id === text)?.id,
};

/** Without what leads to it ("its dave" is Dave), but with all that was written behind it. */
function nameIn(text: string): string {
  // In a field for a name, common words are names, too.
  const name = readName(text, () => false);
  return name !== undefined && text.toLowerCase().endsWith(name.toLowerCase()) ? name : text;
}

const hasLetterOrFigure = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
