/** Whether `part` stands in `whole` as an unbroken run. An empty run stands nowhere. */
export function containsRun(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (part.every((term, index) => whole[at + index] === term)) return true;
  }
  return false;
}

/**
 * The length of the shortest stretch of `whole` that holds every one of `wanted`, in any order; undefined when one of
 * them is missing.
 */
export function shortestStretch(whole: readonly string[], wanted: readonly string[]): number | undefined {
  const lastSeen = new Map<string, number>();
  let shortest: number | undefined;
  whole.forEach((term, at) => {
    if (!wanted.includes(term)) return;
    lastSeen.set(term, at);
    if (lastSeen.size < new Set(wanted).size) return;
    const length = at - Math.min(...lastSeen.values()) + 1;
    if (shortest === undefined || length < shortest) shortest = length;
  });
  return shortest;
}
