/** Lines without their ends, whatever the editor's system writes there and without a byte order mark. */
export function linesOf(source: string): string[] {
  return source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

/** One ordinary space for every run of white space; non-breaking spaces count as white space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The first words as they can stand in a web address: "we-will-usually-keep". Empty when there is no letter or digit. */
export function slug(text: string, words = 6): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'‘’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, words)
    .join('-');
}

/** The id itself, or with -2, -3 ... when it is taken. Remembers it as taken. */
export function takeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
