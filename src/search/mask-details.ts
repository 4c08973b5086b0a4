import { DETAILS, OWN_NAME, TITLED_NAME } from './details';
import { createMaskNames } from './mask-names';
import { wordsOf } from './normalise';

/** All kinds at once, so that no stand-in is taken for a detail again. */
const ANY_DETAIL = new RegExp(DETAILS.map(({ pattern }) => `(${pattern})`).join('|'), 'gi');

const told = DETAILS.filter(({ isTold }) => isTold).map(({ standIn }) => standIn);

/** What somebody says of themselves: a name, an address, a number, a day of birth; a name with a title only as one's own. */
const TELLS = new RegExp(
  `\\b(?:${[OWN_NAME, ...told].join('|')})\\b|\\b(?:name|am|im|this|its?)\\b.*${TITLED_NAME}|${TITLED_NAME} here|\\b(?:dob|birth|born)\\b.*March`,
  'i',
);

/** Words that are said with such details, and the details themselves. */
const SAID_WITH =
  'my name names full is its it i am im this that here from at on live of in and the your mr mrs ms miss dr flat house ' +
  'number no num ref reference case account tenancy id tel phone mobile mob tele email ni nino national insurance dob ' +
  'date birth born address postcode';
const TELLING = new Set(
  wordsOf([SAID_WITH, OWN_NAME, TITLED_NAME, ...DETAILS.map(({ standIn }) => standIn)].join(' ')),
);

/** Between clauses: punctuation stays with the clause before it. */
const CLAUSE_END = new RegExp(`(?<=[.,;:!?)\\n])(?=\\s|$)|(?=\\()|\\s(?=[–-]\\s)|(?<=${OWN_NAME}) and (?=\\S)`);

/**
 * Reads all names, numbers, addresses and days as the same ones, and leaves out clauses that tell nothing else: "my name
 * is Jo Bloggs", "(ref 20871)". So they do not matter to what is understood.
 * @param knows whether a normalised word is one that people use, and no name
 * @param stays whether a detail is itself something to ask about, such as a postcode of the notice
 */
export function createMaskDetails(
  knows: (word: string) => boolean,
  stays: (detail: string) => boolean,
): (text: string) => string {
  const maskNames = createMaskNames(knows);
  return (text) => {
    const standIns = text.replace(ANY_DETAIL, (found: string, ...groups: unknown[]) => {
      const kind = DETAILS.findIndex((_, at) => groups[at] !== undefined);
      return stays(found) ? found : (DETAILS[kind]?.standIn ?? found);
    });
    const masked = maskNames(standIns);
    return masked === text ? text : leaveOutTold(masked);
  };
}

/** A message that tells nothing else stays as it is. */
function leaveOutTold(text: string): string {
  const clauses = text.split(CLAUSE_END);
  const kept = clauses.filter((clause) => !isTold(clause));
  const rest = kept.join(' ').replace(/\s+/g, ' ').replace(LOOSE_ENDS, '');
  return kept.length === clauses.length || wordsOf(rest).length === 0 ? text : rest;
}

/** Punctuation that led to what was left out. */
const LOOSE_ENDS = /^[\s,;:.!–-]+|[\s,;:.–-]+$/g;

const isTold = (clause: string): boolean => TELLS.test(clause) && wordsOf(clause).every((word) => TELLING.has(word));
