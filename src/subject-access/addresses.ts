import type { Case } from '../rights/case';
import { normaliseEmail } from '../shared/normalise-email';
import { normalisePhone } from '../shared/normalise-phone';

/** An e-mail address or a telephone number in the one form that it has; undefined for anything else. */
export const normalAddress = (text: string): string | undefined => normaliseEmail(text) ?? normalisePhone(text);

/** The e-mail addresses and telephone numbers that a case tells as ways to reply. */
export function addressesOf({ facts }: Pick<Case, 'facts'>): readonly string[] {
  return [facts.email, facts.phone].flatMap((fact) => normalAddress(fact?.value ?? '') ?? []);
}
