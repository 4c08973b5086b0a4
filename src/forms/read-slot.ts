import { writeAddress } from './read-address';
import { findEmails } from './read-email';
import { readName } from './read-name';
import { findPhones } from './read-phone';
import { readPlace } from './read-place';
import { LONGEST_TEXT } from './read-text';
import type { Slot } from './slots';

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
  switch (kind) {
    case 'email':
      return valueOr(findEmails(text)[0]?.value, 'email');
    case 'phone':
      return valueOr(findPhones(text)[0]?.value, 'phone');
    case 'post':
      return valueOr(hasLetterOrFigure(text) ? writeAddress(text) : undefined, 'post');
    case 'place':
      return valueOr(hasLetterOrFigure(text) ? (readPlace(text) ?? writeAddress(text)) : undefined, 'place');
    case 'name':
      return valueOr(readName(text, nothing) ?? (/\p{L}/u.test(text) ? text : undefined), 'name');
    case 'choice':
      return valueOr(question.options.find(({ id }) => id === text)?.id, 'choice');
    case 'text':
    case 'collect':
      return { value: text };
  }
}

const valueOr = (value: string | undefined, problem: SlotProblem): SlotReading =>
  value === undefined ? { problem } : { value };

/** In a field for a name, common words are names, too. */
const nothing = (): boolean => false;

const hasLetterOrFigure = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
