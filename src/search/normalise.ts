/** More than the longest message and the longest passage; what comes after is not read. */
const LONGEST = 4_000;

/** A single word that is so already: most are, and each is looked at several times. */
const NORMAL = /^[a-z0-9]+$/;

/**
 * A text as it is compared: lower case, figures and letters of any script, one space between words.
 * Apostrophes join ("don't" is "dont"), so that people who leave them out are read the same. Never throws.
 */
export function normalise(text: string): string {
  if (text.length <= LONGEST && NORMAL.test(text)) return text;
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\p{M}\u200b-\u200d\u00ad\ufeff]/gu, '')
    .replace(/(\p{L})['’‘ʼ`´](?=\p{L})/gu, '$1')
    .replace(/\be[\s-]mail/g, 'email')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, normalised and in order. */
export function wordsOf(text: string): readonly string[] {
  const normal = normalise(text);
  return normal === '' ? [] : normal.split(' ');
}
