/** What others do, or what shall stop, is told of them: "they ring me on ...", "don't write to me at ...". */
const OTHERS =
  "(?<!\\b(?:(?<!\\b(?:can|could|would|will|please) )you|they|he|she|it|who|people|always|still|keep|not|don['’]?t|never|stop|which) )";

/** Between what leads to an answer and the answer. */
const BETWEEN =
  "(?: (?:is|it['’]?s|its|at|on|me|to|now|number|num|no|address|should be|will be|changed|instead|please|via|by))*\\s*[:=.-]?\\s*$";

/** No lead-in is longer. */
const LONGEST = 80;

/** A pattern for the words that lead to an answer and say that it is the person's own: "my e-mail is", "ring me on". */
export const leadIn = (words: string): RegExp => new RegExp(`${OTHERS}(?:${words})${BETWEEN}`, 'i');

/** Where the lead-in begins that ends at a place of the text; undefined where there is none. */
export function leadStart(lead: RegExp, text: string, at: number): number | undefined {
  const from = Math.max(0, at - LONGEST);
  const found = lead.exec(text.slice(from, at).replace(/\s/g, ' '));
  return found ? from + found.index : undefined;
}
