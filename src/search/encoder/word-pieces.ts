/** Ids that BERT's vocabulary gives to what is no word. */
const UNKNOWN = 100;
const START = 101;
const END = 102;

/** Pieces of a text with the start and end marks. What comes later is not read: training stopped there, too. */
export const MOST_PIECES = 64;

const MARKS = /\p{M}/gu;

/** What Python's `str.isspace` means by white space; `\s` differs by the separators of ASCII and the byte order mark. */
const SPACE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const WORDS = new RegExp(String.raw`[\p{L}\p{N}]+|[^\p{L}\p{N}${SPACE}]`, 'gu');

/**
 * Splits texts into word pieces as "BERT uncased" does: lower case, accents off, split at punctuation, then the longest
 * known piece first. A word with a rest that no piece fits becomes one "unknown". The encoder has learnt from pieces
 * that tools/encoder/word_pieces.py made, so both must agree; a test compares them.
 */
export class WordPieces {
  private readonly ids: ReadonlyMap<string, number>;
  private readonly longest: number;

  /** @param vocabulary one piece a line, its id being the number of the line from 0; `##` marks the inside of a word */
  constructor(vocabulary: string) {
    const pieces = vocabulary.split(/\r?\n/).filter((piece) => piece !== '');
    this.ids = new Map(pieces.map((piece, id) => [piece, id]));
    this.longest = pieces.reduce((longest, piece) => Math.max(longest, piece.length), 0);
  }

  /** Ids from the start mark to the end mark: 2 to 64 of them. */
  split(text: string): readonly number[] {
    const plain = text.toLowerCase().normalize('NFD').replace(MARKS, '');
    const ids = [START];
    for (const [word] of plain.matchAll(WORDS)) {
      if (ids.length >= MOST_PIECES - 1) break;
      ids.push(...this.splitWord(Array.from(word)));
    }
    return [...ids.slice(0, MOST_PIECES - 1), END];
  }

  /** @param word by code points, since a piece never ends inside one */
  private splitWord(word: readonly string[]): readonly number[] {
    const ids: number[] = [];
    for (let start = 0; start < word.length;) {
      const found = this.longestPiece(word, start);
      if (!found) return [UNKNOWN];
      ids.push(found.id);
      start = found.end;
    }
    return ids;
  }

  private longestPiece(word: readonly string[], start: number): { id: number; end: number } | undefined {
    const prefix = start > 0 ? '##' : '';
    for (let end = Math.min(word.length, start + this.longest); end > start; end--) {
      const id = this.ids.get(prefix + word.slice(start, end).join(''));
      if (id !== undefined) return { id, end };
    }
    return undefined;
  }
}
