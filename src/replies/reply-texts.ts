/**
 * Every sentence of replies/en.yaml by group and key, with the blanks that it may use. The file has to have exactly
 * these; whoever needs another sentence adds it here and there.
 */
export const REPLY_TEXTS = {
  welcome: {
    heading: [],
    about: [],
    'emergency-label': [],
    'emergency-text': [],
    'emergency-phone': [],
    'who-label': [],
    'who-text': [],
    'how-long-label': [],
    'how-long-text': [],
    'choice-access': [],
    'choice-stop': [],
    'choice-notice': [],
    'choice-person': [],
  },
  answer: { lead: [] },
  clarify: { lead: [], none: [], instead: [] },
  'follow-up': { understood: ['question'] },
  summary: { heading: ['section'], ours: ['url'], none: ['section', 'url'] },
  flow: { 'notice-says': [] },
  decline: {
    silent: [],
    unsure: [],
    'looked-in': ['sections'],
    near: [],
    'does-say': [],
    'ways-on': [],
    and: [],
    'other-matter': [],
    'other-matter-ways-on': [],
  },
  urgent: { 'cannot-call': [], 'carry-on': [] },
  'not-kept': {
    hidden: ['what'],
    card: [],
    bank: [],
    'national-insurance': [],
    nhs: [],
    password: [],
    file: [],
    'ways-on': [],
  },
  failure: { heading: [], safe: [] },
  contact: { 'write-to': [], mailboxes: [] },
  source: { line: ['section', 'published'] },
  plain: { choices: [], more: [], cut: [] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Texts = typeof REPLY_TEXTS;

/** "decline.looked-in" and so on. */
export type ReplyKey = { [G in keyof Texts]: `${G}.${keyof Texts[G] & string}` }[keyof Texts];

type BlanksOf<K extends ReplyKey> = K extends `${infer G}.${infer N}`
  ? G extends keyof Texts
    ? N extends keyof Texts[G]
      ? Texts[G][N] extends readonly (infer B extends string)[]
        ? B
        : never
      : never
    : never
  : never;

/** The values of a sentence's blanks, all of them and no others. */
export type ReplyBlanks<K extends ReplyKey> = Readonly<Record<BlanksOf<K>, string>>;
