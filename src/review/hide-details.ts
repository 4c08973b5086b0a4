/** What stands in the place of a detail. */
const HIDDEN = '[hidden]';

const EMAIL = /[^\s@<>,;:()]+@[^\s@<>,;:()]+\.[a-z]{2,}/gi;

/** Two letters, six digits and a letter. */
const NATIONAL_INSURANCE = /\b[a-z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[a-d]\b/gi;

const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/gi;

/** Five digits or more, also in groups: telephones, cards, accounts, references, days of birth. A year has four. */
const NUMBER = /\+?\(?\d(?:[\s()./-]{0,2}\d){4,}/g;

/** A text that is to be kept for editors, without e-mail addresses, postcodes and long numbers. Names stay. */
export function hideDetails(text: string): string {
  return [EMAIL, NATIONAL_INSURANCE, POSTCODE, NUMBER].reduce((rest, detail) => rest.replace(detail, HIDDEN), text);
}
