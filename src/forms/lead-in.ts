/** What others do, or what shall stop, is only told of: "they ring me on ...", "don't write to me at ...", "the call on ...". */
const OTHERS_DO =
  "(?<!\\b(?:(?<!\\b(?:can|could|would|will|please) )you|they|he|she|it|who|people|always|still|keep|not|don['’]?t|never|stop|which|the|that|this|a|every|last|missed) )";

/** What belongs to others, is no longer so, or shall not be used. */
const OTHERS_HAVE = "(?<!\\b(?:your|his|her|their|whose|wrong|old|previous|former|ex['’]?s|not|don['’]?t|never|stop) )";

/** Before a lead-in, and of no weight. */
const BEFORE = '(?:\\b(?:and|or|but|my|our|the|a|new|best|correct|also|please|just|via|by|on|to|at|is|its) )*';

/** Between what leads to an answer and the answer. */
const BETWEEN = "is|it['’]?s|its|at|on|to|now|number|num|no|address|should be|will be|changed|instead|please|via|by";

/** At the end, before the answer. */
const END = '\\s*[:=.-]?\\s*$';

/** No lead-in is longer. */
const LONGEST = 80;

/**
 * A pattern for the words that lead to an answer and say that it is the person's own.
 * @param things what it is called: "my e-mail is"
 * @param deeds what shall be done with it: "ring me on"
 */
export function leadIn(things: string, deeds: string): RegExp {
  const named = `${OTHERS_HAVE}${BEFORE}${OTHERS_HAVE}(?:${things})(?: (?:${BETWEEN}))*`;
  const asked = `${OTHERS_DO}(?:\\b(?:and|or|but|also|please|just) )*${OTHERS_DO}(?:${deeds})(?: (?:${BETWEEN}|me))*`;
  return new RegExp(`(?:${named}|${asked})${END}`, 'i');
}

/** Where the lead-in begins that ends at a place of the text; undefined where there is none. */
export function leadStart(lead: RegExp, text: string, at: number): number | undefined {
  const from = Math.max(0, at - LONGEST);
  const found = lead.exec(text.slice(from, at).replace(/\s/g, ' '));
  return found ? from + found.index : undefined;
}
