import type { PassedOver } from '../rights/case';
import type { Told } from './form';

/** A message that comes while a form is filled in. */
export interface FormMessage {
  readonly text: string;
  /** The question that it answers, where the client says so: of two windows, one may show an older question. */
  readonly answers?: string | undefined;
  /** Whether it reads as a question to us or as small talk, rather than as something told. */
  readonly isAside: boolean;
  /** What it says of what we said last: that it is not what was meant, that we should say it again, or more simply. */
  readonly remark?: 'not-it' | 'again' | 'more-simply' | undefined;
}

/** Where a person is in a form. It is part of the conversation state. */
export type Place =
  | {
      readonly at: 'question';
      readonly id: string;
      /** Asked again, so that the answer replaces the one before. It leads back to the summary. */
      readonly isChange?: true;
      /** Of a change: it came before the summary, so that the answer leads on to what is open. */
      readonly isOnWay?: true;
      /** Messages in a row that gave no answer to it. */
      readonly misses?: number;
      /** They know that we need an answer to it, and what happens without one. */
      readonly isToldNeeded?: true;
    }
  | { readonly at: 'summary' }
  | {
      readonly at: 'cancel';
      readonly from: Uncancelled;
      /** They said that they withdraw it, so that a yes is enough. */
      readonly isWithdrawal?: true;
    };

export type Uncancelled = Exclude<Place, { readonly at: 'cancel' }>;

/** What one message does to a form. */
export interface FormStep {
  readonly changes: readonly FormChange[];
  readonly go: Go;
  /** Said before what is asked next, in order. */
  readonly notes: readonly Note[];
}

export type FormChange =
  | {
      readonly kind: 'told';
      readonly told: Told;
      /** The question that it answers, where it answers one. */
      readonly asked?: string;
      /** Whether a way to reply counts instead of those that were told before. */
      readonly isInstead?: boolean;
    }
  | { readonly kind: 'passed_over'; readonly question: string; readonly how: PassedOver }
  | { readonly kind: 'begun_again' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'withdrawn' };

/**
 * Where it goes on: to the next open question; to the first one; `here`, where it is, unless that question has its answer
 * by now; to a place; or nowhere.
 */
export type Go = 'next' | 'first' | 'here' | 'over' | Place;

export type Note =
  | { readonly kind: 'why'; readonly question: string }
  | { readonly kind: 'problem'; readonly question: string }
  | { readonly kind: 'changed'; readonly questions: readonly string[] }
  | { readonly kind: 'noted'; readonly questions: readonly string[] }
  | {
      readonly kind:
        /** The message was not understood as an answer. */
        | 'unread'
        /** The answers were changed too often. */
        | 'full'
        /** The chat has raised too much; nothing more was recorded. */
        | 'too-many'
        /** What was told of an earlier request is not asked again. */
        | 'from-before'
        /** Not understood twice: the question can be passed over. */
        | 'may-skip'
        /** Not understood again and again: it is passed over for now. */
        | 'left-open'
        /** We need a way to reply, and what happens without one. */
        | 'needed'
        /** There is no question before the first. */
        | 'at-first'
        /** They can go, and come back to where they were. */
        | 'later'
        /** How to reach a person. */
        | 'person'
        /** The form is left; the case stays. */
        | 'kept'
        | 'withdrawn'
        /** A form that is complete is sent by "send", and by nothing else. */
        | 'not-sent-yet'
        | 'what-to-change'
        | 'carrying-on';
    };
