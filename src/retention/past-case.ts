import type { Company, Matter } from '../rights/matter';
import type { Collection } from '../shared/document-store';

/** What stays of a case when its time is over: enough to count, and nothing about a person. */
export interface PastCase {
  readonly matter: Matter;
  readonly company: Company;
  readonly channel: 'chat' | 'form';
  /** YYYY-MM-DD in London */
  readonly receivedOn: string;
  readonly endedOn: string;
  readonly outcome: 'granted' | 'partly_granted' | 'refused' | 'answered' | 'withdrawn' | 'abandoned';
  /** Whether it was answered by its date; missing where the law sets none, or nobody answered. */
  readonly inTime?: boolean;
}

/** Keyed by a keyed hash, from which nobody can go back; so that a case which is counted again is one. */
export const PAST_CASES: Collection<PastCase> = {
  name: 'past-cases',
  indexes: [{ name: 'by-end', fields: ['endedOn'] }],
  personal: [],
};
