import { normalAddress } from './addresses';
import type { Identifier } from './identifier';
import type { PersonData } from './person-data';

/** Facts in which people name themselves, or where they live; about somebody else only in forms for others. */
const OWN_FIELDS = ['name', 'place', 'post'];

/** What is the person's own, and is not to be suggested as somebody else's. */
export interface OwnDetails {
  /** By which they were looked for. */
  readonly isOwnAddress: (text: string) => boolean;
  /** Whether every word stands in what they told as their name or their address. */
  readonly areOwnWords: (text: string) => boolean;
}

export function ownDetailsOf({ cases }: PersonData, identifiers: readonly Identifier[]): OwnDetails {
  // What a form took for theirs may be a number of somebody whom they only mention.
  const addresses = new Set(identifiers.flatMap((one) => ('address' in one ? [one.address] : [])));
  const told = cases.flatMap(({ facts }) => OWN_FIELDS.flatMap((field) => facts[field]?.value ?? []));
  const words = new Set(told.flatMap(wordsOf));
  return {
    isOwnAddress: (text) => addresses.has(normalAddress(text) ?? ''),
    areOwnWords: (text) => wordsOf(text).every((word) => words.has(word)),
  };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
