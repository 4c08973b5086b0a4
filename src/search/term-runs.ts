/** Whether `part` stands in `whole` as an unbroken run. An empty run stands nowhere. */
export function containsRun(whole: readonly string[], part: readonly string[]): boolean {
  const [first] = part;
  if (first === undefined) return false;
  // Hundreds of phrases are looked for in each message, and hardly any begins in it.
  for (let at = whole.indexOf(first); at >= 0; at = whole.indexOf(first, at + 1)) {
    if (part.every((term, index) => whole[at + index] === term)) return true;
  }
  return false;
}
