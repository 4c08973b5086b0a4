/** For screen readers, which would say a reference as a word or a number: "7, K, 4, M, 2, Q, Q". */
export function spellReference(reference: string): string {
  return Array.from(reference.replace('-', '')).join(', ');
}
