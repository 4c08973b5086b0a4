import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where words stand in some bytes, in any form that they may have in a database or a dump of it: as UTF-8, UTF-16 in both
 * orders, hexadecimal digits, or base64 wherever in it they begin.
 *
 * @returns those that were found, each with the form
 */
export function tracesIn(bytes: Buffer, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const found = formsOf(word).find(([, form]) => bytes.includes(form));
    return found ? [`${word} as ${found[0]}`] : [];
  });
}

/** All files of a folder, with those in it, whose names are so. */
export function filesIn(folder: string, name: RegExp): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  return Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
}

function formsOf(word: string): (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(word);
  const utf16 = Buffer.from(word, 'utf16le');
  return [
    ['UTF-8', utf8],
    ['UTF-16', utf16],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['hexadecimal digits', Buffer.from(utf8.toString('hex'))],
    ...[0, 1, 2].map((offset) => ['base64', Buffer.from(inBase64(utf8, offset))] as const),
    ...[0, 1, 2].map((offset) => ['UTF-16 in base64', Buffer.from(inBase64(utf16, offset))] as const),
  ];
}

/** What of its base64 hangs on the word alone, when so many bytes stand before it in its group of three. */
function inBase64(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const groups = Math.floor(whole.length / 3);
  return whole
    .subarray(0, groups * 3)
    .toString('base64url')
    .slice(offset === 0 ? 0 : 4);
}
