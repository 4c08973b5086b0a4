import { leadIn, leadStart } from './lead-in';
import type { Piece } from './piece';

/** A run of figures as people group them. A letter O may stand for the first nought. */
const FIGURES = /(?<![\p{L}\p{N}@.£$/+-])(?:\(?\+ ?|\()?[\dOo](?:[ \t().–-]{0,3}\d){5,18}(?![\p{L}\p{N}@])/gu;

const DATE = /^\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b/;

/** Another number of the person: a tenancy, a case. */
const OTHER_NUMBER =
  /\b(?:ref(?:erence)?|account|acc|acct|tenancy|case|rent|customer|complaint|invoice|ni|nhs|card|sort code)\b(?:\s+(?:no|num|number|code|ref|reference|is))*\s*[:.#-]?\s*$/i;

/** Words that say that the number behind them is a telephone's, and the person's own. */
const LEAD = leadIn(
  '\\b(?:phone|mobile|mob|cell|tele?(?:phone)?|landline|whats ?app|number|num|no)s?\\b\\.?',
  '\\b(?:ring|call|text|txt|phone|reach|contact|get|message|bell|whats ?app)(?: (?:me|us|back|hold|of|up))*\\b',
);

/** Every telephone number in a message. British ones begin with 0 in the end, others keep their +. */
export function findPhones(text: string): readonly Piece[] {
  return [...text.matchAll(FIGURES)].flatMap(({ 0: run, index }) => {
    const before = text.slice(0, index);
    if (OTHER_NUMBER.test(before) || DATE.test(run)) return [];
    const number = longestNumber(run);
    if (!number) return [];
    const start = leadStart(LEAD, text, index);
    const end = index + number.length;
    return [{ field: 'phone', value: number.value, start: start ?? index, end, isLed: start !== undefined }];
  });
}

/** Whether a text, in which all numbers were blanked out, holds figures that might be one: "07700 90012". */
export function looksLikePhone(text: string): boolean {
  return [...text.matchAll(FIGURES)].some(
    ({ 0: run, index }) => !OTHER_NUMBER.test(text.slice(0, index)) && !DATE.test(run),
  );
}

/** The most of the groups of figures that is a number: what comes after, "12" of an address, is none of it. */
function longestNumber(run: string): { value: string; length: number } | undefined {
  const ends = [...run.matchAll(/\d(?=\D|$)/g)].map(({ index }) => index + 1).reverse();
  for (const length of ends) {
    const value = asNumber(run.slice(0, length));
    if (value !== undefined) return { value, length };
  }
  return undefined;
}

/** British numbers have 10 or 11 figures with the nought, mobile ones 11 (Ofcom); foreign ones 8 to 15 (E.164). */
function asNumber(written: string): string | undefined {
  const groups = written
    .replace(/^[Oo]/, '0')
    .replace(/[^\d+]+/g, ' ')
    .replace(/\+ /, '+')
    .trim();
  const home = groups.replace(/^(?:\+44|00 ?44|44(?=[\d ]{10,}$)) ?(?:0 ?)?(?=\d)/, '0');
  const figures = home.replace(/ /g, '');
  if (/^07\d{9}$/.test(figures)) return `${figures.slice(0, 5)} ${figures.slice(5)}`;
  if (/^0[12358]\d{8,9}$/.test(figures)) return home;
  const abroad = groups.replace(/^00 ?/, '+');
  return /^\+[1-9]\d{7,14}$/.test(abroad.replace(/ /g, '')) && !abroad.startsWith('+44') ? abroad : undefined;
}
