/** A British postcode in any case and spacing, also one of examples ("AB1 2CD"). "At m1 5pm" is none. */
const POSTCODE = /(?<![\p{L}\p{N}])([A-Z]{1,2}\d[A-Z\d]?)[ \t]*[-.]?[ \t]*(\d(?![ap]m)[A-Z]{2})(?![\p{L}\p{N}])/giu;

/** Where the postcodes of a text stand, in characters. */
export function postcodesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(POSTCODE)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
}

/** The text with its postcodes as they are written on letters: "wr12ab" is "WR1 2AB". */
export function writePostcodes(text: string): string {
  return text.replace(POSTCODE, (_, district: string, rest: string) => `${district} ${rest}`.toUpperCase());
}
