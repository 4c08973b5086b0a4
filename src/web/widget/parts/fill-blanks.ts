/** Puts values in the place of {blanks}. */
export function fillBlanks(text: string, blanks: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank));
}
