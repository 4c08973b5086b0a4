/** Digits as keyboards for Arabic, Persian and Urdu write them. The last four bits of each are its value. */
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The text with wide characters and the digits of other keyboards as 0 to 9. */
export const plainDigits = (text: string): string =>
  text.normalize('NFKC').replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
