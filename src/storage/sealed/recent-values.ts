import type { EncryptionKey, EncryptionKeys } from './encryption-keys';
import { keyIdOf, openValue, sealValue, type ValuePlace } from './sealed-value';

interface Known {
  readonly sealed: string;
  readonly text: string;
}

/** Values that are remembered, and characters of the longest: a few megabytes at most. */
const MOST = 1000;
const LONGEST = 4000;

/**
 * Seals and opens values, and remembers those of the last documents: a turn reads the same ones again and again, and
 * writes most fields back as they were. What is found as it was left is not opened again, and what has not changed is
 * not sealed again.
 */
export class RecentValues {
  private readonly known = new Map<string, Known>();

  seal(key: EncryptionKey, text: string, place: ValuePlace): string {
    const known = this.known.get(nameOf(place));
    if (known?.text === text && keyIdOf(known.sealed) === key.id) return known.sealed;
    const sealed = sealValue(key, text, place);
    this.remember(place, { sealed, text });
    return sealed;
  }

  /** @throws AppError as `openValue` */
  open(keys: EncryptionKeys, sealed: string, place: ValuePlace): string {
    const known = this.known.get(nameOf(place));
    if (known?.sealed === sealed) return known.text;
    const text = openValue(keys, sealed, place);
    this.remember(place, { sealed, text });
    return text;
  }

  private remember(place: ValuePlace, known: Known): void {
    const name = nameOf(place);
    this.known.delete(name);
    if (known.text.length > LONGEST) return;
    this.known.set(name, known);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
  }
}

const nameOf = ({ collection, id, field }: ValuePlace): string => `${collection} ${field} ${id}`;
