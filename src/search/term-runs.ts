/** Whether `part` stands in `whole` as an unbroken run. An empty run stands nowhere. */
export function containsRun(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (part.every((term, index) => whole[at + index] === term)) return true;
  }
  return false;
}
