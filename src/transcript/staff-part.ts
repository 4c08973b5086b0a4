import type { Collection } from '../shared/document-store';

/**
 * What was said with staff in a chat. The notice places it on the tenancy file, so that it is kept by another clock than
 * what was said with the assistant, and neither takes the other along: its entries have `part: 'staff'`.
 */
export interface StaffPart {
  readonly startedAt: string;
  readonly lastMessageAt: string;
  readonly tenancy: Tenancy;
}

export type Tenancy =
  /** A visitor, a neighbour, an applicant; or nobody has found out. */
  | { readonly kind: 'none' }
  /** No date until it ends. Somebody looks at it every year. */
  | { readonly kind: 'runs'; readonly reviewedAt: string }
  /** `endedOn` is its last day, YYYY-MM-DD in London: of the tenancy that the chat was about, for all of its tenants. */
  | { readonly kind: 'ended'; readonly endedOn: string };

/** A staff part with what it is found by. */
export interface StaffPartDocument extends StaffPart {
  readonly tenancyKind: Tenancy['kind'];
  /** ISO time: without a tenancy its last message, of a tenancy that runs the last review, of one that ended that moment. */
  readonly countsFrom: string;
  /** How many entries it had when its deletion began. */
  readonly entries?: number;
}

/** Keyed by conversation id. */
export const STAFF_PARTS: Collection<StaffPartDocument> = {
  name: 'staff-parts',
  indexes: [{ name: 'by-tenancy', fields: ['tenancyKind', 'countsFrom'] }],
  personal: [],
};
