import { squeezed } from './plain-text';

/** Escaped characters wait here, in the private use area, until the marks around them are gone. */
const ESCAPED = 0xe000;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  pound: '£',
};

/** Takes the marks out of one line of Markdown and keeps every word: bold, italic, code, links, pictures, HTML. */
export function plainMarkdown(text: string): string {
  const plain = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => String.fromCharCode(ESCAPED + character.charCodeAt(0)))
    .replace(/`+/g, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s[^()]*)?\)|\[[^[\]]*\])/g, '$1')
    .replace(/<((?:https?:|mailto:|www\.)[^<>\s]*|[^<>\s@]+@[^<>\s]+)>/g, '$1')
    .replace(/<\/?(?:br|p|li|ul|ol|div|tr|td|th)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\*\*|~~/g, '')
    .replace(/(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])/g, '')
    .replace(/(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?!\w)/g, '$1')
    .replace(/(?<![\w_])_([^_\s](?:[^_]*[^_\s])?)_(?![\w_])/g, '$1')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, decoded)
    .replace(/[\uE000-\uE07F]/g, (character) => String.fromCharCode(character.charCodeAt(0) - ESCAPED));
  return squeezed(plain);
}

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
