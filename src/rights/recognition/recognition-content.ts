import { z } from 'zod';

import { listsOf, type WordLists } from './phrases';
import { MATTERS, type Matter } from '../matter';

/** How a matter is asked for, and how it is named by people who may only speak of it. */
export interface MatterPhrases {
  readonly askedAs: readonly string[];
  /** Ask for it where nothing else in the sentence is understood: "delete it". */
  readonly askedShortlyAs: readonly string[];
  readonly namedAs: readonly string[];
}

/** Whose information it is, where it is not that of the person who writes; and who that person is. */
export const ABOUT_OTHERS = ['attorney', 'adviser', 'councillor', 'child', 'relative', 'other'] as const;
export type AboutOther = (typeof ABOUT_OTHERS)[number];

/** Words that show which messages raise a matter and which only mention one: content/rights/recognition.yaml. */
export interface RecognitionContent {
  readonly words: WordLists;
  /** Words beside the name of a matter that say nothing of it: "erasure request please". */
  readonly besideAName: readonly string[];
  /** How wishes begin that are no plain commands. */
  readonly wishes: readonly string[];
  readonly moods: Moods;
  readonly matters: Readonly<Record<Matter, MatterPhrases>>;
  /** Where something is complained of, these show that information got, or may get, to people whom it is not for. */
  readonly breachSigns: readonly string[];
  /** Complaints about something else. */
  readonly complaintsElsewhere: readonly string[];
  /** In a complaint, show that it is not only about something else. */
  readonly aboutInformation: readonly string[];
  /** What speaks of a home (the list `home`) and of none of these raises no right to information. */
  readonly information: readonly string[];
  /** Speak of what was asked or complained of before, and not of what is asked for now. */
  readonly earlier: readonly string[];
  /** Beside "do not delete it", they ask to have the use of it restricted. */
  readonly keepForClaims: readonly string[];
  /** Say in so many words that somebody complains. */
  readonly complains: readonly string[];
  readonly about: Readonly<Record<AboutOther, readonly string[]>>;
}

export interface Moods {
  /** Takes the whole sentence back. */
  readonly conditional: readonly string[];
  /** A question about how it is done and what people may do. */
  readonly hypothetical: readonly string[];
  /** What others say that one may do. */
  readonly hearsay: readonly string[];
  /** Stand before the words of others. */
  readonly reported: readonly string[];
  /** Look like those, and pass on advice that is followed: "my barrister says to ask you for it". */
  readonly notReported: readonly string[];
  /** After these nothing is the person's own. */
  readonly forwarded: readonly string[];
  /** Deny what stands behind them, perhaps with words of `between` in between. */
  readonly negated: readonly string[];
  /** Look like those and do not deny: "why do you not delete it". */
  readonly notNegated: readonly string[];
  readonly between: readonly string[];
  /** Deny that anything is asked for, whatever it is. */
  readonly denied: readonly string[];
}

const words = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'has no words');
const TOKEN = /^(?:\^|\$|\.\.|(?:\{[a-z-]+\}|[\p{L}\p{N}'-]+)\??)$/u;
const phrase = words
  .refine((text) => text.split(/\s+/).every((token) => TOKEN.test(token)), 'is no phrase')
  .refine((text) => !text.startsWith('..'), 'begins with a gap: name the words before it, or leave it out');
const phrases = z.array(phrase);

const matter = z.strictObject({
  'asked-as': phrases.min(1),
  'asked-shortly-as': phrases.default([]),
  'named-as': phrases.default([]),
});

/** The same schema for each of the names. */
const each = <K extends string, S extends z.ZodType>(names: readonly K[], schema: S) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<K, S>);

export const recognitionSchema = z
  .strictObject({
    words: z.record(
      z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no name: small letters and single hyphens'),
      z.array(words).min(1),
    ),
    'beside-a-name': z.array(words),
    wishes: phrases,
    moods: z.strictObject({
      conditional: phrases.min(1),
      hypothetical: phrases.min(1),
      hearsay: phrases.min(1),
      reported: phrases.min(1),
      'not-reported': phrases,
      forwarded: phrases,
      negated: phrases.min(1),
      'not-negated': phrases,
      between: z.array(words),
      denied: phrases,
    }),
    matters: each(MATTERS, matter),
    'breach-signs': phrases.min(1),
    'complaints-elsewhere': phrases,
    'about-information': phrases,
    information: phrases.min(1),
    earlier: phrases,
    'keep-for-claims': phrases,
    complains: phrases.min(1),
    about: each(ABOUT_OTHERS, phrases.min(1)),
  })
  .superRefine(({ words: lists, ...rest }, context) => {
    for (const { path, text } of textsIn(rest)) {
      const unknown = listsOf(text).find((name) => !(name in lists));
      if (unknown === undefined) continue;
      context.addIssue({ code: 'custom', path: [...path], message: `there is no list "${unknown}" under words` });
    }
  });

interface Placed {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Every text in nested lists and records. */
function textsIn(value: unknown, path: readonly PropertyKey[] = []): readonly Placed[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]));
}
