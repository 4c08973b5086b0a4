import type { NoticeVersion, Passage } from '../notice/notice';

/** What a message asks of us. Closed: whoever handles it handles every kind. */
export type Understanding = Meant & {
  /** What is asked about the matter: an aspect of content/follow-ups.yaml, "how-long". */
  readonly aspect?: string;
  /** The whole question, where the message leant on the answer before it: "How long do you keep recordings of calls?" */
  readonly completed?: string;
  /** Other matters of the same message, in its order, but what we have to ask back last. Two at most. */
  readonly also?: readonly Understanding[];
};

type Meant =
  /** The notice answers; the best passage first, three at most. `flow` is offered beside it: it may be what was meant. */
  | {
      readonly kind: 'answer';
      readonly passages: readonly RankedPassage[];
      readonly flow?: Flow;
      readonly confidence: number;
    }
  /** Two or three meanings are close, and the person should choose. `instead`: of an answer that was not wanted. */
  | {
      readonly kind: 'clarify';
      readonly options: readonly MeantOption[];
      readonly instead?: true;
      readonly confidence: number;
    }
  /** Something that people want done rather than explained. `nearest` are the passages that may have been meant instead. */
  | {
      readonly kind: 'flow';
      readonly flow: Flow;
      readonly nearest?: readonly RankedPassage[];
      readonly confidence: number;
    }
  /** The notice does not say. `nearest` are the passages that came close enough to be named, and may be empty. */
  | {
      readonly kind: 'decline';
      readonly why: DeclineReason;
      readonly nearest: readonly RankedPassage[];
      readonly covered?: CoveredMatter;
      /** What was asked for, as ids of details.yaml, the one that counts first; left out where there is none. */
      readonly asksFor?: readonly string[];
      readonly confidence: number;
    }
  | { readonly kind: 'smalltalk'; readonly topic: string; readonly confidence: number }
  /** The last answer in plainer words: `passage` is what was quoted. */
  | { readonly kind: 'summary'; readonly passage: Passage; readonly confidence: number }
  /** Somebody may be in danger. `sign` names the entry of content/urgent.yaml. */
  | { readonly kind: 'urgent'; readonly sign: string; readonly confidence: number };

/** A matter that has nothing to do with what we hold, or one of privacy that the notice is silent about. */
export type DeclineReason = 'off_topic' | 'not_in_notice';

/** What the notice does say about the matter of a question that it does not answer. */
export interface CoveredMatter {
  readonly passage: RankedPassage;
  /** What was asked for and is not told, as an id of details.yaml. */
  readonly untold?: string;
}

/** What a person is offered to choose from: something that the notice says, or something to be done. */
export type MeantOption =
  | ({ readonly kind: 'passage' } & RankedPassage)
  | { readonly kind: 'flow'; readonly flow: Flow; readonly score: number };

export interface RankedPassage {
  readonly passage: Passage;
  /** What it is about in tenants' words, where an editor wrote it. */
  readonly title?: string;
  /** What it says in one plain sentence, where an editor wrote it. */
  readonly says?: string | undefined;
  /** Comparable within one understanding only. */
  readonly score: number;
}

/** What people can set going in the chat. */
export const FLOWS = [
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
  'human',
  'request_status',
] as const;
export type Flow = (typeof FLOWS)[number];

/** What is known beside the words of the message. */
export interface UnderstandingContext {
  /** The notice that applies at the time of the message. */
  readonly notice: NoticeVersion;
  /** What was answered last, unless that is too long ago or was about something else. */
  readonly recent?: RecentAnswer | undefined;
}

/**
 * What was answered last, for messages that lean on it. It is kept between messages, so it holds ids, which a later
 * notice may not have any more, and nothing of what the person wrote.
 */
export interface RecentAnswer {
  /** What was asked about the matter: an aspect of content/follow-ups.yaml. */
  readonly aspect?: string | undefined;
  /** What was shown. None where nothing fitted. */
  readonly shown?: OfferedMeaning | undefined;
  /** What else the question could have meant, the likeliest first. */
  readonly others: readonly OfferedMeaning[];
}

/** Something that the notice says, by the passage and what an editor called it, or something to be done. */
export type OfferedMeaning =
  { readonly passageId: string; readonly title?: string | undefined } | { readonly flow: Flow };

/** Reads one message. Without personal memory: the same text in the same context is understood the same way. */
export type Understand = (text: string, context: UnderstandingContext) => Promise<Understanding>;
