import type { Collection } from '../shared/document-store';

/**
 * Keeps what a legal matter needs, whatever its date and whoever wants it deleted, until it is released. Set by the data
 * protection officer or by lawyers. Nobody in the chat learns of it.
 */
export interface Hold {
  readonly scope: HoldScope;
  readonly reason: HoldReason;
  /** The number of the matter, as the lawyers have it. */
  readonly matter: string;
  readonly setBy: string;
  /** ISO time */
  readonly setAt: string;
  /** YYYY-MM-DD: somebody has to look at it by then. It goes on all the same. */
  readonly reviewOn: string;
  readonly state: HoldState;
}

export type HoldScope =
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'case'; readonly reference: string }
  /** A person, by a keyed hash of their e-mail address or telephone number. */
  | { readonly kind: 'contact'; readonly key: string }
  /** Whatever took place in part on these days, both included, YYYY-MM-DD in London. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

export const HOLD_REASONS = [
  'legal_claim',
  'court_order',
  'regulator',
  'police',
  'safeguarding',
  'statutory_duty',
] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

export type HoldState =
  | { readonly name: 'in_force' }
  | { readonly name: 'released'; readonly at: string; readonly by: string; readonly why: string };

/** A hold with what it is found by. */
export interface HoldDocument extends Hold {
  readonly stateName: HoldState['name'];
}

/** Keyed by a short random id. Released ones stay: they show why something was kept. */
export const HOLDS: Collection<HoldDocument> = {
  name: 'holds',
  indexes: [{ name: 'by-state', fields: ['stateName', 'setAt'] }],
  personal: ['scope', 'matter', 'setBy', 'state'],
};
