/** What a person can have recorded. All but `breach` are flows of the search; a breach report is found inside a complaint. */
export const MATTERS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'automated_decision',
  'portability',
  'opt_out_surveys',
  'opt_out_photos',
  'opt_out_contact',
  'withdraw_consent',
  'complaint',
  'breach',
  'human',
] as const;

export type Matter = (typeof MATTERS)[number];

/** Which of the two companies somebody deals with, as far as we know. It decides who gets a case, and never whether. */
export type Company = 'sng' | 'snh' | 'unsure';
