import { z } from 'zod';

import type { FollowUpContent } from './follow-up-content';
import { FLOWS, type Flow } from './understanding';

/** The words of content/ that understanding a message rests on. */
export interface SearchContent {
  readonly lexicon: Readonly<Record<string, readonly string[]>>;
  readonly flows: readonly FlowContent[];
  readonly urgent: UrgentContent;
  readonly smalltalk: readonly SmalltalkContent[];
  readonly courtesies: CourtesyContent;
  readonly followUps: FollowUpContent;
  readonly details: readonly DetailContent[];
}

/** A kind of detail that people ask for and notices leave out: the name of a company, a number of days. */
export interface DetailContent {
  readonly detail: string;
  /** Runs of words by which people ask for it. */
  readonly askedAs: readonly string[];
  /** Runs of which one has to stand in the message as well, if there are any. */
  readonly with?: readonly string[];
  /** Runs of which none may stand in the message. */
  readonly without?: readonly string[];
  /** Says that the notice does not tell it. */
  readonly sentence: string;
}

/** What people put around what they mean. */
export interface CourtesyContent {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Single words. */
  readonly anywhere: readonly string[];
}

/** What we know of one thing that people can set going. */
export interface FlowContent {
  readonly flow: Flow;
  /** Whether its first passage, with what the law says beside it, is quoted when its form begins. */
  readonly lawAtStart: boolean;
  /** On a button; pressing it sends exactly this. */
  readonly title: string;
  /** Ids of the passages that tell about it, the telling one first. */
  readonly passages: readonly string[];
  /** How to ask for it now, a paragraph each. */
  readonly how: readonly string[];
  /** What changes for the person once somebody takes over: our words, and the passage that says it. */
  readonly handover?: Handover | undefined;
}

export interface Handover {
  readonly say: string;
  readonly passage: string;
}

/** How danger is recognised, and what is said first. */
export interface UrgentContent {
  /** The day on which somebody last rang or looked up the numbers, YYYY-MM-DD. */
  readonly checkedOn: string;
  readonly numbers: Readonly<Record<string, HelpNumber>>;
  /** In the order in which they count, where a message shows several. */
  readonly signs: readonly UrgentSign[];
  /** Words that show that a message asks about records, so that `unlessAboutRecords` does not count. */
  readonly aboutRecords: readonly string[];
}

export interface HelpNumber {
  readonly label: string;
  readonly text: string;
  readonly phone: string;
}

export interface UrgentSign {
  readonly sign: string;
  readonly heading: string;
  readonly first: string;
  /** The key of the number to call first. */
  readonly number: string;
  readonly others: readonly string[];
  readonly phrases: readonly string[];
  /** Count where they are nearly all of the message. */
  readonly alone: readonly string[];
  readonly unlessAboutRecords: readonly string[];
}

export interface SmalltalkContent {
  readonly topic: string;
  readonly saidAs: readonly string[];
  readonly reply: readonly string[];
  /** Messages that are offered as buttons. */
  readonly choices: readonly string[];
}

const sentence = z.string().trim().min(1);
const phrase = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'has no words');

export const courtesiesSchema = z.strictObject({
  before: z.array(phrase),
  after: z.array(phrase),
  anywhere: z.array(phrase.regex(/^\S+$/, 'is more than one word')),
});

export const detailsSchema = z.record(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no id: write small letters and single hyphens'),
  z.strictObject({
    'asked-as': z.array(phrase).min(1),
    with: z.array(phrase).default([]),
    without: z.array(phrase).default([]),
    sentence,
  }),
);

export const lexiconSchema = z.record(phrase, z.array(phrase).min(1)).superRefine((lexicon, context) => {
  const meanings = new Map<string, string>();
  for (const [key, synonyms] of Object.entries(lexicon)) {
    [key, ...synonyms].forEach((word, index) => {
      const other = meanings.get(word.toLowerCase());
      if (other === undefined) meanings.set(word.toLowerCase(), key);
      else context.addIssue({ code: 'custom', path: [key, index - 1], message: `"${word}" already means "${other}"` });
    });
  }
});

const flowSchema = z.strictObject({
  'law-at-start': z.boolean().default(false),
  title: sentence,
  passages: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is no passage id: section/first-words')),
  how: z.array(sentence).min(1),
  handover: z.strictObject({ say: z.string().trim().min(1), passage: z.string().trim().min(1) }).optional(),
});

export const flowsSchema = z.strictObject(
  Object.fromEntries(FLOWS.map((flow) => [flow, flowSchema])) as Record<Flow, typeof flowSchema>,
);

const numberSchema = z.strictObject({
  label: sentence,
  text: sentence,
  phone: z.string().regex(/^\d[\d ]*\d$/, 'is no telephone number: figures and spaces'),
});

const signSchema = z.strictObject({
  heading: sentence,
  first: sentence,
  number: z.string(),
  others: z.array(z.string()),
  phrases: z.array(phrase).min(1),
  alone: z.array(phrase).default([]),
  'unless-about-records': z.array(phrase).default([]),
});

export const urgentSchema = z
  .strictObject({
    'checked-on': z.iso.date(),
    numbers: z.record(z.string(), numberSchema),
    signs: z.record(z.string(), signSchema),
    'about-records': z.array(phrase).min(1),
  })
  .superRefine(({ numbers, signs }, context) => {
    for (const [sign, { number, others }] of Object.entries(signs)) {
      const unknown = [number, ...others].find((key) => !(key in numbers));
      if (unknown === undefined) continue;
      context.addIssue({ code: 'custom', path: ['signs', sign], message: `there is no number "${unknown}"` });
    }
  });

/** The topic of smalltalk.yaml for small talk that holds none of its wordings. */
export const UNCLEAR = 'unclear';

/** Topics of smalltalk.yaml that are remarks on the last answer. Their replies are for where there is none. */
export const NOT_IT = 'not-it';
export const AGAIN = 'again';
export const MORE_SIMPLY = 'more-simply';
/** The topic of smalltalk.yaml after which what was answered does not count any more. */
export const SOMETHING_ELSE = 'something-else';

/** Somebody asks whether a person is here. The reply has to be true. */
export const ARE_YOU_A_ROBOT = 'are-you-a-robot';
const NEEDED_TOPICS = [UNCLEAR, NOT_IT, AGAIN, MORE_SIMPLY, SOMETHING_ELSE, ARE_YOU_A_ROBOT];

export const smalltalkSchema = z
  .record(
    z.string(),
    z.strictObject({
      'said-as': z.array(phrase).min(1),
      reply: z.array(sentence).min(1),
      choices: z.array(sentence).default([]),
    }),
  )
  .superRefine((topics, context) => {
    for (const topic of NEEDED_TOPICS.filter((needed) => !(needed in topics))) {
      context.addIssue({ code: 'custom', message: `there is no topic "${topic}"` });
    }
  });
