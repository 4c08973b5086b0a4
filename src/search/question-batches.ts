/** One line, as it was typed. */
export interface SourceLine {
  readonly text: string;
  /** Counted from 1, in the whole file. */
  readonly line: number;
}

/** Lines of one hand: `everyday-tenants: |` and what is indented below it. */
export interface Batch {
  readonly name: string;
  /** Where the name stands. */
  readonly line: number;
  readonly questions: readonly SourceLine[];
}

/** A YAML text without its batches. */
export interface SourceWithBatches {
  /** The key that the batches stood under has a name for them instead. */
  readonly source: string;
  /** For each line of `source`, where it stood before. */
  readonly lines: readonly number[];
  readonly batches: ReadonlyMap<string, readonly Batch[]>;
}

/** What the value of a key is when batches stood there, and nothing that an editor would write. */
export const BATCHES_NAME = /^batches:\d+$/;

const BATCH_START = /^( +)([^\s:#][^:]*): \|\s*$/;
const KEY_ALONE = /^ *(?:- )?[\w-]+:\s*$/;

/**
 * Takes the batches of questions out of a YAML text. The YAML reader knows no line numbers inside a block, and takes
 * longer over a thousand batches than a service should take to start; without them it has little to read.
 */
export function takeOutBatches(source: string): SourceWithBatches {
  const reader = new BatchReader();
  source.split(/\r?\n/).forEach((text, index) => reader.read({ text, line: index + 1 }));
  const { rest, groups } = reader;
  return {
    source: rest.map(({ text }) => text).join('\n'),
    lines: rest.map(({ line }) => line),
    batches: groups,
  };
}

interface OpenBatch extends Batch {
  readonly questions: SourceLine[];
}

/** Reads line by line: a line belongs to the batch above it, starts a batch, or is left for the YAML reader. */
class BatchReader {
  readonly rest: SourceLine[] = [];
  readonly groups = new Map<string, Batch[]>();
  private group: { readonly indent: number; readonly batches: Batch[] } | undefined;
  private batch: OpenBatch | undefined;

  read({ text: raw, line }: SourceLine): void {
    const text = raw.trim();
    const indent = raw.length - raw.trimStart().length;
    if (text === '') return;
    if (this.batch && this.group && indent > this.group.indent) {
      this.batch.questions.push({ text, line });
      return;
    }
    this.batch = undefined;
    if (text.startsWith('#')) return;
    if (this.startBatch(raw, line)) return;
    this.group = undefined;
    this.rest.push({ text: raw, line });
  }

  private startBatch(raw: string, line: number): boolean {
    const [, { length: indent } = '', name] = BATCH_START.exec(raw) ?? [];
    if (name === undefined) return false;
    if (this.group?.indent !== indent) this.startGroup(indent);
    if (!this.group) return false;
    this.batch = { name, line, questions: [] };
    this.group.batches.push(this.batch);
    return true;
  }

  /** Below a key that has no value yet, and further in than that. Anything else is for the YAML reader to judge. */
  private startGroup(indent: number): void {
    this.group = undefined;
    const parent = this.rest.at(-1);
    if (!parent || !KEY_ALONE.test(parent.text) || parent.text.search(/[\w]/) >= indent) return;
    const name = `batches:${this.groups.size}`;
    this.rest[this.rest.length - 1] = { ...parent, text: `${parent.text.trimEnd()} ${name}` };
    this.group = { indent, batches: [] };
    this.groups.set(name, this.group.batches);
  }
}
