import { plainDigits } from './plain-digits';

/** What people put between digits. */
const BETWEEN = /[\s().,/\p{Pd}\p{Cf}]/gu;

/**
 * A British number as others dial it: 44 and ten digits, or nine of some that begin with 1 and 8, the first no nought
 * (Ofcom, National Telephone Numbering Plan).
 */
const BRITISH = /^\+44(?:[1-9]\d{9}|[18]\d{8})$/;

/** Any other country's: at most 15 digits (ITU-T E.164). */
const FOREIGN = /^\+(?!44)[1-9]\d{6,14}$/;

/**
 * A phone number in the form of E.164, such as +447700900123. Without a country code it is British; the "(0)" of
 * "+44 (0)20" is left out.
 *
 * @returns undefined for what is none, or has words with it
 */
export function normalisePhone(text: string): string | undefined {
  const dialled = plainDigits(text)
    .replace(/^\s*tel:/i, '')
    .replace(BETWEEN, '');
  const international = dialled
    .replace(/^00/, '+')
    .replace(/^0(?=[1-9])/, '+44')
    .replace(/^(?=44[1-9]\d{9}$)/, '+')
    .replace(/^\+440/, '+44');
  return BRITISH.test(international) || FOREIGN.test(international) ? international : undefined;
}
