import type { Passage } from './notice';

/** A paragraph, an address or one item of a list, as it stands in a file. */
export interface Block {
  readonly form: Passage['form'];
  /** Without the mark of the list. Lines of an address are parted by line breaks. */
  readonly text: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** What the file numbers the item, in a numbered list. */
  readonly number?: number;
}
