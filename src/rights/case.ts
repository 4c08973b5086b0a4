import type { Collection } from '../shared/document-store';
import { retentionOf, type CaseRetention, type CaseToKeep } from './case-retention';
import type { Closure } from './closure';
import type { Company, Matter } from './matter';

/**
 * One matter that a person has raised: a rights request, an opt-out, a complaint, a breach report or a message to a person.
 * It exists from the first message that can be read as one, before anything is asked. Several matters of one message are
 * several cases of one family.
 */
export interface Case {
  /** What people read aloud: see reference.ts. */
  readonly reference: string;
  /** The reference of the first case of the same message; its own, where it is the only one. */
  readonly family: string;
  readonly matter: Matter;
  /** Where it was raised. */
  readonly channel: 'chat' | 'form';
  readonly conversationId?: string;
  /** ISO time of the message that made it a case. The statutory clock starts on this moment's day in London. */
  readonly receivedAt: string;
  /** What the person said of it, word for word, in order. */
  readonly words: readonly Statement[];
  /** What they told, by field of the forms in content/rights. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Questions that they did not want to answer, or could not. */
  readonly passedOver: Readonly<Record<string, PassedOver>>;
  readonly state: CaseState;
  /** Every change, in order; it holds no words of the person. */
  readonly timeline: readonly CaseEvent[];
  /** Keyed hash of the e-mail address or phone number, to find cases of the same contact. */
  readonly contactKey?: string;
  /** An earlier open case of the same contact about the same matter. Both stay open: a person decides. */
  readonly repeats?: string;
  /** How staff have ended it. One that was withdrawn may have none. */
  readonly closure?: Closure;
  /** What is still to be done about it outside of the case, such as a mail to the team. */
  readonly toDo: readonly ToDo[];
  /** What the last message did that changed its form; the same one, run again, does and says the same. */
  readonly lastStep?: LastStep;
}

export interface LastStep {
  /** Names the message. */
  readonly mark: string;
  /** As forms have it. */
  readonly step: object;
}

/** Done at least once, and harmless when done again. */
export interface ToDo {
  readonly what: 'link' | 'tell_team' | 'tell_addition' | 'acknowledge' | 'suppress' | 'lift';
  /** ISO time from which it is due. */
  readonly at: string;
  /** Tells it from others of its kind, where there may be several: which addition the team is told of. */
  readonly about?: string;
}

export interface Statement {
  readonly text: string;
  /** Of the message: one that is delivered again is added once. */
  readonly key: string;
  /** ISO time */
  readonly at: string;
}

export interface Fact {
  /** As the person gave it, or the id of the option that they chose. */
  readonly value: string;
  /** ISO time */
  readonly at: string;
}

export type PassedOver = 'skipped' | 'unknown' | 'refused';

/** An incomplete case is a case like any other: only its form has not been sent. */
export type CaseState =
  | { readonly name: 'incomplete' }
  | { readonly name: 'sent'; readonly at: string }
  | { readonly name: 'withdrawn'; readonly at: string };

export interface CaseEvent {
  readonly what:
    | 'recorded'
    | 'told'
    | 'untold'
    | 'passed_over'
    | 'said'
    | 'sent'
    | 'begun_again'
    | 'withdrawn'
    | 'done'
    | 'closed'
    | 'contested'
    | 'erased';
  /** ISO time */
  readonly at: string;
  /** The field that was told, taken back or passed over; the to-do that was done. */
  readonly about?: string;
}

/** The company that the person named. */
export function companyOf({ facts }: Case): Company {
  const value = facts.company?.value;
  return value === 'sng' || value === 'snh' ? value : 'unsure';
}

/** Fields that hold a way to reply. */
export const CONTACT_FIELDS = ['email', 'phone', 'post', 'collect'] as const;

/** Whether there is any way to reply. */
export const isReachable = ({ facts }: Case): boolean => CONTACT_FIELDS.some((field) => field in facts);

export const isSent = ({ state }: Case): boolean => state.name === 'sent';

/** Whether its acknowledgement goes to an e-mail address: nothing is mailed unless they said that it is safe. */
export const isMailed = ({ facts }: Case): boolean => facts.email !== undefined && facts.safe?.value === 'yes';

/** A case with what it is found by. */
export interface CaseDocument extends Case, CaseRetention {
  readonly stateName: CaseState['name'];
  /** When the first of its to-dos is due. */
  readonly toDoAt?: string;
}

/** Documents are keyed by what the case was made of, so that a turn which is run again makes no second one. */
export const CASES: Collection<CaseDocument> = {
  name: 'cases',
  indexes: [
    { name: 'by-reference', fields: ['reference'], unique: true },
    { name: 'by-family', fields: ['family', 'receivedAt'] },
    { name: 'by-conversation', fields: ['conversationId', 'receivedAt'] },
    { name: 'by-contact', fields: ['contactKey', 'receivedAt'] },
    { name: 'by-to-do', fields: ['toDoAt'] },
    { name: 'by-state', fields: ['stateName', 'receivedAt'] },
    { name: 'by-retention', fields: ['retentionClass', 'retentionFrom'] },
    { name: 'by-class', fields: ['retentionClass', 'receivedAt'] },
    { name: 'by-erasure', fields: ['erasureAt'] },
  ],
  personal: ['reference', 'family', 'words', 'facts', 'passedOver', 'timeline', 'repeats', 'lastStep'],
  migrations: [(body) => ({ ...body, ...retentionOf(body as CaseToKeep) })],
};
