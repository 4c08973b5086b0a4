import { fillBlanks } from '../shared/fill-blanks';
import type { ReplyBlanks, ReplyKey } from './reply-texts';

/** The sentences of replies/en.yaml. Keys and blanks are checked by the compiler, the file when it is loaded. */
export class Replies {
  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** The sentence with its blanks filled in. A sentence that is missing is shown by its key in brackets. */
  say<K extends ReplyKey>(key: K, ...blanks: keyof ReplyBlanks<K> extends never ? [] : [ReplyBlanks<K>]): string {
    return fillBlanks(this.texts.get(key) ?? `[${key}]`, blanks[0] ?? {});
  }
}
