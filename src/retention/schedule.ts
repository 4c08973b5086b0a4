import type { Period } from './kept-until';

/** Path from the content folder. */
export const SCHEDULE_FILE = 'retention.yaml';

/**
 * Everything that is kept, by class. How each begins to count and what can happen to it is decided by the code that knows
 * the records; for how long, and by which promise, by content/retention.yaml.
 */
export const TIMED_CLASSES = {
  bot_conversation: { from: 'last_message', then: ['delete'] },
  staff_part_of_tenancy: { from: 'tenancy_end', then: ['delete'] },
  staff_part_without_tenancy: { from: 'last_message', then: ['delete'] },
  request: { from: 'closed', then: ['anonymise', 'delete'] },
  disputed_request: { from: 'closed', then: ['anonymise', 'delete'] },
  abandoned_request: { from: 'last_change', then: ['anonymise', 'delete'] },
  complaint: { from: 'closed', then: ['anonymise', 'delete'] },
  breach_report: { from: 'closed', then: ['anonymise', 'delete'] },
  mail: { from: 'made', then: ['delete'] },
  one_time_code: { from: 'last_use', then: ['delete'] },
  access_log: { from: 'made', then: ['delete'] },
} as const satisfies Readonly<
  Record<string, { readonly from: string; readonly then: readonly ('delete' | 'anonymise')[] }>
>;

/** Kept without an end. */
export const KEPT_CLASSES = ['opt_out', 'deletion_record', 'statistics'] as const;

/** Gone with something else. */
export const COMPANION_CLASSES = { question_to_review: 'bot_conversation' } as const satisfies Readonly<
  Record<string, TimedClass>
>;

export type TimedClass = keyof typeof TIMED_CLASSES;
export type KeptClass = (typeof KEPT_CLASSES)[number];
export type CompanionClass = keyof typeof COMPANION_CLASSES;

/** How long each class is kept: content/retention.yaml. */
export interface Schedule {
  readonly timed: Readonly<Record<TimedClass, TimedEntry>>;
  readonly kept: Readonly<Record<KeptClass, Entry>>;
  readonly companions: Readonly<Record<CompanionClass, Entry>>;
  readonly freeze: {
    /** How long what belongs to a request or complaint stays after its closing. */
    readonly afterClosing: Period;
  };
  readonly hold: {
    /** The longest time until somebody has to look at a hold again. */
    readonly reviewWithin: Period;
  };
}

interface Entry {
  /** What it is, in plain words. */
  readonly label: string;
  readonly basis: Basis;
}

export interface TimedEntry extends Entry {
  readonly period: Period;
  readonly then: 'delete' | 'anonymise';
  /** How often a person looks at what has no date yet. */
  readonly review?: Period | undefined;
}

/** Why for so long: the notice promises it, or we say why. */
export type Basis =
  | {
      readonly kind: 'promise';
      /** The id of the section of the notice. */
      readonly section: string;
      /** A whole sentence or item of it. */
      readonly promise: string;
    }
  | { readonly kind: 'own'; readonly why: string };
