import type { Matter } from '../matter';
import type { Day } from './calendar-day';

/** Which clock runs for which matter, and for how long: content/clocks.yaml says where each number comes from. */
export interface ClockRules {
  readonly matters: Readonly<Record<Matter, MatterClock>>;
  readonly reply: ReplyRules;
  readonly optOut: {
    /** Our own aim. */
    readonly workingDays: number;
  };
  readonly complaint: { readonly acknowledgeDays: number; readonly rulesFrom: Day };
  readonly breach: { readonly hours: number };
}

/** Time to answer a rights request: UK GDPR Articles 12(3) and 12A. */
export interface ReplyRules {
  readonly months: number;
  /** From the start of the clock, when extended. */
  readonly extendedMonths: number;
  /** The first day of these rules. */
  readonly rulesFrom: Day;
  /** Our own aim, from receipt. */
  readonly targetDays: number;
  /** A proof moves the start only if asked for within so many working days from when it was clearly needed. */
  readonly askWithinWorkingDays: number;
}

export type MatterClock =
  | {
      readonly clock: 'reply';
      /** Whether days are left out while a person has yet to say which information they mean. By law for access only. */
      readonly clarificationPauses: boolean;
    }
  | {
      readonly clock: 'opt_out';
      /** Whether the law wants an answer within the time for rights requests. */
      readonly answerWithinMonth: boolean;
    }
  | { readonly clock: 'complaint' }
  | { readonly clock: 'breach' }
  | { readonly clock: 'none' };
