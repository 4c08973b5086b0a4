/** Characters. Long enough for three words; the end keeps a request from costing more than a password should. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple' | 'about-you';

/** Words of which passwords that everybody tries first are made. */
const TRIED_FIRST =
  /^(?:password|passw0rd|letmein|welcome|qwerty|qwertyuiop|abc|abcdef|iloveyou|admin|sovereign|landlord|changeme|secret)+$/;
const RUNS = '01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm';

/**
 * What is wrong with a new password, if anything. Length counts, not signs and capitals: NCSC, "Password administration for
 * system owners", and NIST SP 800-63B, 5.1.1.2.
 *
 * @param own what is known of the person: their address and name
 */
export function judgePassword(password: string, own: readonly string[]): PasswordProblem | undefined {
  // Code points, so that a sign of another script counts once.
  const { length } = Array.from(password);
  if (length < PASSWORD_LENGTH.least) return 'too-short';
  if (length > PASSWORD_LENGTH.most) return 'too-long';
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (isSimple(plain)) return 'too-simple';
  const parts = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 3);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ''), plain);
  return rest.length < plain.length && rest.replace(/\d/g, '').length < 6 ? 'about-you' : undefined;
}

function isSimple(plain: string): boolean {
  const letters = plain.replace(/\d+$/, '').replace(/^\d+/, '');
  const isRepeated = /^(.{1,4})\1+.{0,3}$/u.test(plain);
  return plain.length < 6 || isRepeated || RUNS.includes(plain) || TRIED_FIRST.test(letters) || letters.length < 3;
}
