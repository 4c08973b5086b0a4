/**
 * A British postcode in any case and spacing. The second part never has C, I, K, M, O or V (Royal Mail), so that
 * "at 10 5pm" is none.
 */
const POSTCODE = /(?<![\p{L}\p{N}])([A-Z]{1,2}\d[A-Z\d]?)[ \t]*[-.]?[ \t]*(\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu;

/** Where the postcodes of a text stand, in characters. */
export function postcodesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(POSTCODE)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
}

/** The text with its postcodes as they are written on letters: "wr12ab" is "WR1 2AB". */
export function writePostcodes(text: string): string {
  return text.replace(POSTCODE, (_, district: string, rest: string) => `${district} ${rest}`.toUpperCase());
}
