import type { NoticeVersion, Passage } from '../notice/notice';

/** What a message asks of us. Closed: whoever handles it handles every kind. */
export type Understanding =
  /** The notice answers; the best passage first, three at most. */
  | { readonly kind: 'answer'; readonly passages: readonly RankedPassage[]; readonly confidence: number }
  /** Two or three passages are close, and the person should choose. */
  | { readonly kind: 'clarify'; readonly options: readonly RankedPassage[]; readonly confidence: number }
  /** Something that people want done rather than explained. */
  | { readonly kind: 'flow'; readonly flow: Flow; readonly confidence: number }
  /** The notice does not say. `nearest` are the passages that came closest, and may be empty. */
  | { readonly kind: 'decline'; readonly nearest: readonly RankedPassage[]; readonly confidence: number }
  | { readonly kind: 'smalltalk'; readonly topic: string; readonly confidence: number }
  /** Somebody may be in danger. `sign` names the entry of content/urgent.yaml. */
  | { readonly kind: 'urgent'; readonly sign: string; readonly confidence: number };

export interface RankedPassage {
  readonly passage: Passage;
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
}

/** Reads one message. Pure and without personal memory: the same text in the same context is understood the same way. */
export type Understand = (text: string, context: UnderstandingContext) => Understanding;
