import type { Matter } from '../../src/rights/matter';

/** What somebody types: what they say first, and their answers by question. */
export interface Script {
  readonly says: string;
  readonly answers: Readonly<Record<string, string>>;
  /** What is in the case in the end, by field. */
  readonly facts: Readonly<Record<string, string>>;
}

const PERSON = {
  company: 'Sovereign Network Homes',
  reply: 'jo@example.org',
  safe: 'yes',
  name: 'jo bloggs',
  help: 'large print',
};
const PERSON_FACTS = { company: 'snh', email: 'jo@example.org', safe: 'yes', name: 'Jo Bloggs', help: 'large print' };
const HOME = { subject: 'me', place: 'Flat 2, 14 Mill Lane, rg21 4fa' };
const HOME_FACTS = { subject: 'me', place: 'Flat 2, 14 Mill Lane, RG21 4FA' };

/** One way through each form. */
export const SCRIPTS: Readonly<Record<Matter, Script>> = {
  access: {
    says: 'I want a copy of my file',
    answers: { ...HOME, ...PERSON, which: 'the repairs since 2024', 'urgent-date': '3 March, in court' },
    facts: { ...HOME_FACTS, ...PERSON_FACTS, which: 'the repairs since 2024', 'urgent-date': '3 March, in court' },
  },
  rectification: {
    says: 'my date of birth is wrong in your records',
    answers: { ...HOME, ...PERSON, wrong: 'the year', right: '1976 and not 1967', 'seen-where': 'in a letter of May' },
    facts: {
      ...HOME_FACTS,
      ...PERSON_FACTS,
      wrong: 'the year',
      right: '1976 and not 1967',
      'seen-where': 'in a letter of May',
    },
  },
  erasure: {
    says: 'please delete my data',
    answers: {
      ...HOME,
      ...PERSON,
      what: 'only some of it',
      which: 'my old phone number',
      tie: 'i used to',
      'open-matter': 'no',
    },
    facts: {
      ...HOME_FACTS,
      ...PERSON_FACTS,
      what: 'some',
      which: 'my old phone number',
      tie: 'before',
      'open-matter': 'no',
    },
  },
  restriction: {
    says: 'please freeze my data, keep it but stop using it',
    answers: { ...HOME, ...PERSON, which: 'the notes on arrears', ground: 'it may be wrong' },
    facts: { ...HOME_FACTS, ...PERSON_FACTS, which: 'the notes on arrears', ground: 'wrong' },
  },
  objection: {
    says: 'I object to you sharing my data with the council',
    answers: { ...HOME, ...PERSON, use: 'sharing with the council', situation: 'I work there' },
    facts: { ...HOME_FACTS, ...PERSON_FACTS, use: 'sharing with the council', situation: 'I work there' },
  },
  automated_decision: {
    says: 'a computer decided about me and I want a person to look at it',
    answers: { ...HOME, ...PERSON, decision: 'the banding in October', wish: 'my side', side: 'I have two children' },
    facts: {
      ...HOME_FACTS,
      ...PERSON_FACTS,
      decision: 'the banding in October',
      wish: 'my-side',
      side: 'I have two children',
    },
  },
  portability: {
    says: 'please send my data to my new landlord',
    answers: { ...HOME, ...PERSON, which: 'the rent account', to: 'to a new landlord', 'to-whom': 'Example Homes' },
    facts: { ...HOME_FACTS, ...PERSON_FACTS, which: 'the rent account', to: 'landlord', 'to-whom': 'Example Homes' },
  },
  opt_out_surveys: {
    says: 'stop sending me surveys',
    answers: { channel: 'only by text', address: '07700 900123' },
    facts: { channel: 'text', phone: '07700 900123' },
  },
  opt_out_photos: {
    says: 'take my photo down',
    answers: { photos: 'summer fair 2025, on the website', reply: 'jo@example.org', safe: 'yes' },
    facts: { photos: 'summer fair 2025, on the website', email: 'jo@example.org', safe: 'yes' },
  },
  opt_out_contact: {
    says: 'stop the marketing',
    answers: { stop: 'all marketing', address: 'jo@example.org' },
    facts: { stop: 'all', email: 'jo@example.org' },
  },
  withdraw_consent: {
    says: 'I withdraw my consent',
    answers: { ...PERSON, consent: 'sharing with somebody else', 'when-agreed': 'when I moved in' },
    facts: { ...PERSON_FACTS, consent: 'sharing', 'when-agreed': 'when I moved in' },
  },
  complaint: {
    says: 'I want to make a complaint about my data',
    answers: { ...PERSON, happened: 'you never answered me', 'put-right': 'an answer', earlier: 'no' },
    facts: { ...PERSON_FACTS, happened: 'you never answered me', 'put-right': 'an answer', earlier: 'no' },
  },
  breach: {
    says: 'you sent my letter to my neighbour',
    answers: { ...PERSON, danger: 'no', happened: 'a letter about rent, on Monday', 'who-has-it': 'number 4' },
    facts: {
      company: 'snh',
      email: 'jo@example.org',
      safe: 'yes',
      danger: 'no',
      happened: 'a letter about rent, on Monday',
      'who-has-it': 'number 4',
    },
  },
  human: {
    says: 'I want to talk to a person',
    answers: { ...PERSON, message: 'who is my housing officer?' },
    facts: { ...PERSON_FACTS, message: 'who is my housing officer?' },
  },
};
