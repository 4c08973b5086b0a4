import type { Collection } from '../shared/document-store';

/** What is to stop. Rent, repairs, safety and what the law requires are in none of them. */
export const SCOPES = [
  'surveys',
  /** Use of photographs of the person. */
  'photos',
  /** All that follow here up to `contact`. */
  'marketing',
  'newsletters',
  'events',
  'insurance_offers',
  /** Whatever does not have to be sent, by one channel. */
  'contact',
] as const;

export type Scope = (typeof SCOPES)[number];

/** How it comes. `phone` is calls, `text` is text messages; `photograph` says by a description which one is meant. */
export const CHANNELS = ['email', 'phone', 'text', 'post', 'photograph'] as const;

export type Channel = (typeof CHANNELS)[number];

/** Something that is not to reach an address any more. The person is not named, and need not be known. */
export interface OptOut {
  /** Keyed hash of scope, channel and address: the same opt-out is there once. Of a photograph, once for each case. */
  readonly id: string;
  readonly scope: Scope;
  readonly channel: Channel;
  /**
   * As `normaliseAddress` gives it. It stays readable for us, and when everything else about the person is erased: whoever
   * sends something next year compares this list with theirs, and without the address would write to them again. The
   * Information Commissioner asks for that: suppress instead of delete.
   */
  readonly address: string;
  /** ISO time of the message in which the person first asked for it. */
  readonly since: string;
  /** Of the case in which they did. The case may be gone. */
  readonly reference: string;
  readonly state: OptOutState;
}

/** A lifted one stays as well: it shows that contact is allowed again, and who wanted that. */
export type OptOutState =
  { readonly name: 'in_force' } | { readonly name: 'lifted'; readonly at: string; readonly reason: string };

/** An opt-out with what it is found by. */
export interface StoredOptOut {
  readonly optOut: OptOut;
  readonly stateName: OptOutState['name'];
  /** Keyed hash of the address, the same for all channels. */
  readonly addressKey: string;
  /** In order of time, and different for each. */
  readonly position: string;
}

/** The suppression list, keyed by the ids of opt-outs. No deletion of a case or a chat touches it. */
export const OPT_OUTS: Collection<StoredOptOut> = {
  name: 'opt-outs',
  indexes: [
    { name: 'by-address', fields: ['stateName', 'addressKey'] },
    { name: 'by-position', fields: ['stateName', 'position'] },
  ],
  personal: ['optOut'],
};
