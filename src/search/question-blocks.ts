/** One line of a block, as it was typed. */
export interface BlockLine {
  readonly text: string;
  /** Counted from 1, in the whole file. */
  readonly line: number;
}

/** A YAML text without its blocks of lines. */
export interface SourceWithBlocks {
  /** The same number of lines as before; a block is replaced by a name for it. */
  readonly source: string;
  readonly blocks: ReadonlyMap<string, readonly BlockLine[]>;
}

const BLOCK_START = /^( *)([a-z0-9-]+): \|\s*$/;

/** What a value is when a block stood there, and nothing that an editor would write. */
export const BLOCK_NAME = /^block:\d+$/;

/**
 * Takes the blocks of lines (`batch: |` and indented lines below it) out of a YAML text. The YAML reader needs a quarter
 * of a second for the thousands of lines in them, and knows no line numbers inside a block; the rest is small.
 */
export function takeOutBlocks(source: string): SourceWithBlocks {
  const blocks = new Map<string, BlockLine[]>();
  let open: OpenBlock | undefined;
  const rest = source.split(/\r?\n/).map((raw, index) => {
    const text = raw.trim();
    if (open && (text === '' || indentOf(raw) > open.indent)) {
      if (text !== '') open.lines.push({ text, line: index + 1 });
      return '';
    }
    const [, indent, key] = BLOCK_START.exec(raw) ?? [];
    open = indent === undefined ? undefined : { indent: indent.length, lines: [] };
    if (!open) return raw;
    const name = `block:${blocks.size}`;
    blocks.set(name, open.lines);
    return `${indent}${key}: ${name}`;
  });
  return { source: rest.join('\n'), blocks };
}

interface OpenBlock {
  readonly indent: number;
  readonly lines: BlockLine[];
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
