import type { Day } from './calendar-day';
import type { Proof } from './clock-input';
import type { ClockStep, ClockWarning } from './clock-step';

/** The dates of a case, by the kind of clock that runs for its matter. */
export type DueDates = ReplyDates | OptOutDates | ComplaintDates | BreachDates | NoDates;

/** What every clock tells. */
export interface Explained {
  readonly receivedOn: Day;
  /** How the dates came about, in order. */
  readonly steps: readonly ClockStep[];
  readonly warnings: readonly ClockWarning[];
  /** The table of holidays that the dates were made with. A newer one may move them. */
  readonly holidaysCheckedOn: Day;
}

/** By when a rights request must be answered. */
export type ReplyDates = Explained &
  ReplyState & {
    readonly clock: 'reply';
    /**
     * The due date if neither a proof nor a question had moved it. An answer by this day is in time, whatever becomes of
     * those; so this is the day to alert on. An extension counts here if its notice was sent by this day.
     */
    readonly safeDue: Day;
    /** Our own aim, never later than the safe date. */
    readonly target: Day;
  };

export type ReplyState =
  | {
      readonly state: 'running';
      readonly start: Day;
      /** The last day for the answer; the extended one where a notice was sent in time. */
      readonly due: Day;
      readonly extension: Extension;
    }
  /** A question is unanswered. No date is final, and none ends the case by itself: act by the safe date. */
  | {
      readonly state: 'paused';
      readonly start: Day;
      readonly since: Day;
      /** As if the answer had come at once: the last day can only be later. */
      readonly dueAtEarliest: Day;
    }
  /** Something that was rightly asked for has not come. Act by the safe date. */
  | { readonly state: 'not_started'; readonly waitingFor: readonly Proof[] };

/** More time for a rights request. */
export interface Extension {
  readonly state: 'possible' | 'sent';
  /** The last day on which the person can be told that we need longer, and why. */
  readonly noticeBy: Day;
  /** The last day for the answer then. */
  readonly due: Day;
}

/** By when an opt-out, or a withdrawn consent, takes effect. */
export type OptOutDates = Explained & {
  readonly clock: 'opt_out';
  /** Our own aim: the law says "at once", or nothing. */
  readonly target: Day;
  /** The last day for the answer, where the law sets one. */
  readonly due?: Day;
};

/** By when we must say that we have a complaint. Its outcome has no date: without undue delay. */
export type ComplaintDates = Explained & {
  readonly clock: 'complaint';
  /** The earlier of the two counts. */
  readonly acknowledgeBy: Day;
  readonly counts: {
    /** As the words of the Act have it: the day of receipt is the first of the days. */
    readonly act: Day;
    /** As the regulator counts: from the next day on, and on to a working day. */
    readonly regulator: Day;
  };
};

/** By when the regulator must know of a breach, if it is one that puts people at risk. */
export type BreachDates = Explained & {
  readonly clock: 'breach';
  /** ISO time from which we may be said to know. */
  readonly awareAt: string;
  /** ISO time */
  readonly reportBy: string;
};

/** A matter without any time limit. */
export type NoDates = Explained & { readonly clock: 'none' };
