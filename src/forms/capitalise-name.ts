/** Small words of family names, in the languages that write them small. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le ter ten bin bint ibn al el af av zu zur y e and &'.split(' '),
);

/**
 * A name written in small letters, with capitals: "dave pringle" is "Dave Pringle". Whoever wrote any capital wrote what
 * was meant ("van der Berg", "d'Arcy"), and scripts without capitals stay as they are.
 */
export function capitaliseName(name: string): string {
  if (name !== name.toLowerCase()) return name;
  const words = name.split(' ');
  return words.map((word, at) => (isParticle(words, at) ? word : capitaliseWord(word))).join(' ');
}

/** The first word is one only before another: "van der berg" has no first name, "van morrison" has. */
function isParticle(words: readonly string[], at: number): boolean {
  const isSmall = (index: number): boolean => PARTICLES.has(words[index] ?? '');
  return isSmall(at) && at < words.length - 1 && (at > 0 || isSmall(at + 1));
}

function capitaliseWord(word: string): string {
  if (/^(?:ii|iii|iv)$/.test(word)) return word.toUpperCase();
  return word
    .replace(/(?<=^mc)\p{L}(?=\p{L}{3})/u, upper)
    .replace(/^\p{Ll}|(?<=-)\p{Ll}|(?<=^\p{L}['’ʼ])\p{Ll}(?=\p{L}{2})/gu, upper);
}

/** Letters that become two, such as ß, are left, and so are Georgian ones, whose capitals are not for names. */
function upper(letter: string): string {
  const capital = letter.toUpperCase();
  return capital.length === letter.length && !/\p{Script=Georgian}/u.test(letter) ? capital : letter;
}
