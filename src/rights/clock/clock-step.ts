import type { Day } from './calendar-day';
import type { AskedProof, Clarification, ExtensionNotice } from './clock-input';
import type { DayOff } from './working-days';

/** One step on the way to a date, for people who ask "why this date". `on` is the day that it leads to. */
export type ClockStep =
  | { readonly what: 'received'; readonly on: Day; readonly correctedByStaff: boolean }
  /** `on` is the start of the clock from then. */
  | { readonly what: 'proof_received'; readonly proof: AskedProof; readonly on: Day }
  | { readonly what: 'proof_awaited'; readonly proof: AskedProof }
  | ProofWithoutEffect
  | { readonly what: 'months_added'; readonly months: number; readonly from: Day; readonly on: Day }
  | {
      readonly what: 'days_left_out';
      readonly from: Day;
      readonly to: Day;
      readonly days: number;
      readonly on: Day;
    }
  | { readonly what: 'answer_awaited'; readonly since: Day }
  | QuestionWithoutEffect
  /** Steps that follow count the longer time, from `on`, the start of the clock. */
  | { readonly what: 'extended'; readonly notice: ExtensionNotice; readonly on: Day }
  | ExtensionWithoutEffect
  | {
      readonly what: 'days_added';
      readonly days: number;
      /** Whether the first of these days is that of receipt, or the one after it. */
      readonly countedFrom: 'receipt' | 'next_day';
      readonly on: Day;
    }
  | {
      readonly what: 'working_days_added';
      readonly days: number;
      readonly passedOver: readonly DayOff[];
      readonly on: Day;
    }
  /** `until` is an ISO time. */
  | { readonly what: 'hours_added'; readonly hours: number; readonly until: string }
  | { readonly what: 'moved_on'; readonly from: Day; readonly passedOver: readonly DayOff[]; readonly on: Day }
  | { readonly what: 'is_working_day'; readonly on: Day };

/** It was asked for, and the clock starts as if it had not been. */
export interface ProofWithoutEffect {
  readonly what: 'proof_without_effect';
  readonly proof: AskedProof;
  readonly because:
    | 'not_needed'
    /** Longer after it was clear that it is needed than content/clocks.yaml allows. */
    | 'asked_late'
    | 'time_was_over'
    /** This matter has no start that could move. */
    | 'matter';
}

/** It was asked, and the clock runs as if it had not been. */
export interface QuestionWithoutEffect {
  readonly what: 'question_without_effect';
  readonly question: Clarification;
  readonly because:
    /** The law has a pause for access only. */
    | 'matter'
    /** Not about which information is meant. */
    | 'about'
    | 'answered_before_asked'
    | 'answered_before_start'
    | 'time_was_over';
}

/** It was sent, and the time is no longer for that. */
export interface ExtensionWithoutEffect {
  readonly what: 'extension_without_effect';
  readonly notice: ExtensionNotice;
  readonly because:
    /** This matter has no time that could be extended. */
    | 'matter'
    /** Neither complexity nor the number of requests. */
    | 'ground'
    | 'no_reasons'
    | 'before_receipt'
    /** After the day on which the answer was due. */
    | 'late';
}

/** What a person has to look at before they rely on the dates. */
export type ClockWarning =
  | ProofWithoutEffect
  | QuestionWithoutEffect
  | ExtensionWithoutEffect
  /** Nobody has looked up the holidays around this day: only weekends were passed over to find it. */
  | { readonly what: 'outside_holiday_table'; readonly day: Day }
  /** Received before these rules were in force: the dates may be wrong. */
  | { readonly what: 'old_rules'; readonly rulesFrom: Day };
