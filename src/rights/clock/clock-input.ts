import { londonDay } from '../../shared/london-day';
import type { Matter } from '../matter';
import { requireDay, type Day } from './calendar-day';

/** What has happened on a case, as far as its clock is concerned. Dates are worked out anew from it whenever it changes. */
export interface ClockInput {
  readonly matter: Matter;
  /** ISO time of the message that can be read as a request, also where its form was sent later. */
  readonly receivedAt: string;
  /** The day that staff have set instead: see correct-received-day.ts. */
  readonly receivedOn?: Day;
  readonly proofs: readonly AskedProof[];
  readonly clarifications: readonly Clarification[];
  readonly extension?: ExtensionNotice;
}

/** What may have to come before a rights request is complete: UK GDPR Article 12A. */
export type Proof = 'identity' | 'authority' | 'fee';

/** Something that the person was asked to send before we can answer. */
export interface AskedProof {
  readonly proof: Proof;
  /** Whether it was reasonable to ask. Who is logged in, for example, need not prove who they are. */
  readonly needed: boolean;
  /** When it became clear that it is needed; the day of receipt where it is not told. */
  readonly neededSince?: Day;
  readonly askedOn: Day;
  /** Missing until it has come. */
  readonly receivedOn?: Day;
}

/** A question about what the person means. */
export interface Clarification {
  /** Only a question about which information is meant can stop the clock: never one about format, or about reasons. */
  readonly about: 'information' | 'format' | 'reasons';
  readonly askedOn: Day;
  /** Missing until the person has answered. */
  readonly answeredOn?: Day;
}

/** The letter that tells a person that we need longer, and why. */
export interface ExtensionNotice {
  readonly sentOn: Day;
  /** One of EXTENSION_GROUNDS; a form may send anything. */
  readonly ground: string;
  /** The reasons as the person is told them. */
  readonly reasons: string;
}

/** The only grounds for more time: UK GDPR Article 12(3). */
export const EXTENSION_GROUNDS = ['complexity', 'number_of_requests'] as const;

/**
 * The day in London on which the case was received. Weekends and holidays count, too.
 *
 * @throws AppError `not_a_day` where the time is damaged
 */
export function receivedDay({ receivedOn, receivedAt }: ClockInput): Day {
  return requireDay(receivedOn ?? londonDay(new Date(receivedAt)));
}
