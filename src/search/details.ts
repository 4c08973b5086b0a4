const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const STREET =
  '(?:street|st|road|rd|avenue|ave|close|lane|drive|court|gardens|way|place|terrace|crescent|grove|row|square|house|mews)';
const YEAR = '(?:19|20)\\d\\d';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const NUMBERED = '(?:flat|number|no|house|garage|room|block|unit|apartment)';

/** A kind of detail of which it does not matter which one it is. */
export interface Detail {
  /** A regular expression without groups that are captured; case does not matter. */
  readonly pattern: string;
  /** What is read instead: a detail of the same kind, so that the sentence stays one. */
  readonly standIn: string;
  /** Tells who or where somebody is, and nothing about what is asked. */
  readonly isTold?: true;
}

/**
 * In the order in which they are looked for, since an earlier kind may look like a later one. Ages and periods are no
 * such details: "18 years old" and "6 months" may be what is asked about. A lone 2 or 4 may stand for "to" or "for".
 */
export const DETAILS: readonly Detail[] = [
  { pattern: '\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+', standIn: 'sam@example.org', isTold: true },
  { pattern: '\\b[a-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]\\b', standIn: 'AB123456C', isTold: true },
  { pattern: '(?:\\+44|\\b0) ?(?:\\d[ -]?){8,9}\\d\\b', standIn: '07700 900000', isTold: true },
  {
    pattern: `\\b(?:flat )?\\d{1,4}[a-z]?,? (?:[a-z'-]+ ){1,2}${STREET}\\b`,
    standIn: '1 High Street',
    isTold: true,
  },
  { pattern: '\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}\\b', standIn: 'AB1 2CD', isTold: true },
  { pattern: `\\b${DAY}(?: of)? ${MONTH}(?: ${YEAR})?\\b`, standIn: '4 March' },
  { pattern: `\\b${MONTH} ${DAY}(?:,? ${YEAR})?\\b`, standIn: '4 March' },
  { pattern: `\\b${MONTH} ${YEAR}\\b`, standIn: 'March 2019' },
  { pattern: '\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b', standIn: '4 March' },
  { pattern: '(?<=\\bthe )\\d{1,2}(?:st|nd|rd|th)\\b', standIn: '4th' },
  { pattern: '£ ?\\d[\\d,.]*k?\\b|\\b\\d+ (?:pounds?|quid)\\b', standIn: '£100' },
  { pattern: '\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]m\\b', standIn: '10pm' },
  { pattern: `\\b${YEAR}\\b`, standIn: '2019' },
  { pattern: `(?<=\\b${NUMBERED} )(?![24] )\\d{1,3}[a-z]?\\b`, standIn: '12' },
  { pattern: '(?<!\\biso )\\b(?!iso)(?:[a-z]{1,4}[/-]?)?\\d{4,}[a-z]?\\b', standIn: '12345', isTold: true },
];

/** The name that is read for everybody's own, */
export const OWN_NAME = 'Smith';

/** and behind a title: "Mr Patel" may be somebody else. */
export const TITLED_NAME = 'Jones';
