import { normaliseEmail } from '../shared/normalise-email';
import { normalisePhone } from '../shared/normalise-phone';

/**
 * An address as it stands on the suppression list: an e-mail address or a phone number in the one form that it has,
 * anything else on one line. What cannot be read is kept as it is: no opt-out is refused for a typing mistake.
 */
export const normaliseAddress = (text: string): string => readable(text) ?? onOneLine(text);

/** The same for every way of writing an address; of one by post, or of a description, its letters and digits count. */
export const comparableAddress = (text: string): string => readable(text) ?? wordsOf(text);

const readable = (text: string): string | undefined => normaliseEmail(text) ?? normalisePhone(text);

const onOneLine = (text: string): string =>
  text
    .normalize('NFC')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[ ,]+|[ ,]+$/g, ''))
    .filter((line) => line !== '')
    .join(', ');

function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join(' ') ?? onOneLine(text);
}
