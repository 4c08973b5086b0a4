const BLANK = /\{([^{}]*)\}/g;

/** The names of the blanks in a text, in order. */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(BLANK)].map((match) => match[1] ?? '');
}

/** Puts values into a text's {blanks}. A blank without a value stays as it is, so that the lack is seen. */
export function fillBlanks(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(BLANK, (blank, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? blank) : blank));
}
