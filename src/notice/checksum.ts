import { createHash } from 'node:crypto';

import { linesOf } from './plain-text';

/**
 * SHA-256 of a content file, in hexadecimal. Line ends, white space at the end of a line or of the file and the way in
 * which accents are encoded do not count: an editor's program may change them without changing a word.
 */
export function checksumOf(source: string): string {
  const lines = linesOf(source.normalize('NFC')).map((line) => line.trimEnd());
  return createHash('sha256').update(lines.join('\n').trimEnd()).digest('hex');
}
