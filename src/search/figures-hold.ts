/**
 * Whether every number and month of our sentence stands in the notice's words. An editor writes the sentence once; the
 * notice may change after that, and a sentence that no longer fits must not be said.
 */
export function figuresHold(sentence: string, noticeWords: string): boolean {
  const known = new Set(figuresOf(noticeWords));
  return figuresOf(sentence).every((figure) => known.has(figure));
}

const FIGURE =
  /\d+|\b(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december)\b|\b(?:day|week|month|year)s?\b/g;

/** Units count without their plural, so that "6 month" is the same as "6 months". */
const figuresOf = (text: string): string[] =>
  [...text.toLowerCase().matchAll(FIGURE)].map(([figure]) => figure.replace(/^(day|week|month|year)s$/, '$1'));
