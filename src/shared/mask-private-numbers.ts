import { FINDERS } from './private-number-finders';

/** A kind of number that nobody has to tell us, and that does harm in the wrong hands. */
export type PrivateKind = (typeof FINDERS)[number]['kind'];

/** In the order in which they are named. */
export const PRIVATE_KINDS: readonly PrivateKind[] = ['card', 'bank', 'national-insurance', 'nhs', 'password'];

export interface Masked {
  /** The same text with dots in the place of what was found. */
  readonly text: string;
  /** What was found, each kind once. */
  readonly found: readonly PrivateKind[];
}

/** What stands for a digit or letter that was hidden. */
export const HIDDEN_SIGN = '•';

/**
 * Hides payment cards, bank accounts, National Insurance and NHS numbers, passwords and PINs. Numbers count by their
 * check digits and groups; what has none counts when it is said what it is ("account number", "my PIN is"). References,
 * telephone numbers, postcodes, dates and amounts stay. The same text is always masked in the same way, and a masked one
 * not again.
 */
export function maskPrivateNumbers(text: string): Masked {
  const found = new Set<PrivateKind>();
  let masked = text;
  for (const finder of FINDERS) {
    const next = hideOne(masked, finder);
    if (next !== masked) found.add(finder.kind);
    masked = next;
  }
  return { text: masked, found: PRIVATE_KINDS.filter((kind) => found.has(kind)) };
}

function hideOne(text: string, { kind, pattern, find }: (typeof FINDERS)[number]): string {
  let masked = '';
  let done = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const span = find(match);
    pattern.lastIndex = span ? span[1] : match.index + 1;
    if (!span) continue;
    masked += text.slice(done, span[0]) + dots(text.slice(...span), kind);
    done = span[1];
  }
  return masked + text.slice(done);
}

/** Groups of dots, so that a line can break between them. How long a password was is not told. */
function dots(part: string, kind: PrivateKind): string {
  if (kind === 'password') return HIDDEN_SIGN.repeat(4);
  // Between the two numbers of a bank account there may be words.
  const signs = /^[a-z]/i.test(part) ? /[a-z\d]/gi : /\d/g;
  return part.replace(signs, HIDDEN_SIGN).replace(/•{4}(?=••)/g, '•••• ');
}
