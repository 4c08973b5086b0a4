import type { Candidate, Combination } from './combine';
import type { Meaning } from './question-content';
import type { RankedPassage } from './understanding';

/**
 * What understanding a message came upon, in the order in which it did. Understanding itself tells it, so that an
 * explanation cannot say anything else than what was done.
 */
export type Step =
  /** Something that decides a message before it is weighed. `found` names it where it is in the message. */
  | { readonly step: 'check'; readonly check: string; readonly found: string | undefined }
  /** Without greetings, thanks and swearing. */
  | { readonly step: 'courtesies'; readonly text: string; readonly bare: string }
  | {
      readonly step: 'meanings';
      readonly text: string;
      /** In the same order as `candidates`. */
      readonly meanings: readonly Meaning[];
      readonly candidates: readonly Candidate[];
      readonly combination: Combination;
    }
  /** Details that the message asks for, by their ids in details.yaml. */
  | { readonly step: 'details'; readonly asksFor: readonly string[] }
  | { readonly step: 'actions'; readonly weighed: readonly WeighedAction[]; readonly chosen: string }
  /** The passages of a notice without phrasings, the best first. It answers where `sure` is not below `from`. */
  | {
      readonly step: 'passages';
      readonly by: 'cosine' | 'BM25';
      readonly ranked: readonly RankedPassage[];
      readonly sure: number;
      readonly from: number;
    };

/** What can be done: how likely it is right, 0 to 1, and what it is expected to cost the person. */
export interface WeighedAction {
  readonly action: string;
  readonly right: number;
  readonly cost: number;
}

/** Hears the steps of every message. They hold the person's words: never for a log. */
export type Observe = (step: Step) => void;

/** For when nobody wants to know. */
export const UNOBSERVED: Observe = () => undefined;
