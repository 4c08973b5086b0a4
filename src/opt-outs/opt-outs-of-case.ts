import { CONTACT_FIELDS, type Case } from '../rights/case';
import type { Channel, Scope } from './opt-out';
import type { OptOutSubject } from './suppression-list';

type Wish = { readonly scope: Scope; readonly channels: readonly Channel[] };

const EVERY: readonly Channel[] = ['email', 'phone', 'text', 'post'];

/** By the answer to "which surveys"; no answer means all. */
const SURVEYS: Readonly<Record<string, Wish>> = {
  email: { scope: 'surveys', channels: ['email'] },
  text: { scope: 'surveys', channels: ['text'] },
  phone: { scope: 'surveys', channels: ['phone'] },
  post: { scope: 'surveys', channels: ['post'] },
};

/** By the answer to "what to stop"; no answer means all. */
const MARKETING: Readonly<Record<string, Wish>> = {
  news: { scope: 'newsletters', channels: EVERY },
  events: { scope: 'events', channels: EVERY },
  insurance: { scope: 'insurance_offers', channels: EVERY },
  texts: { scope: 'marketing', channels: ['text'] },
  calls: { scope: 'marketing', channels: ['phone'] },
};

/** The channels by which a way to reply is reached: calls and texts come to the same number. */
const CHANNELS_OF: Readonly<Record<string, readonly Channel[]>> = {
  email: ['email'],
  phone: ['phone', 'text'],
  post: ['post'],
};

/** What is to stop because of a case, and for which addresses. Nothing for one that is no opt-out, or tells no address. */
export function optOutsOfCase(one: Case): readonly OptOutSubject[] {
  const value = (field: string): string => one.facts[field]?.value ?? '';
  switch (one.matter) {
    case 'opt_out_surveys':
      return subjectsOf(one, SURVEYS[value('channel')] ?? { scope: 'surveys', channels: EVERY });
    case 'opt_out_contact':
      return subjectsOf(one, MARKETING[value('stop')] ?? { scope: 'marketing', channels: EVERY });
    case 'erasure':
      // Whoever wants what marketing uses deleted is not to be added again.
      return value('what') === 'marketing' ? subjectsOf(one, { scope: 'marketing', channels: EVERY }) : [];
    case 'opt_out_photos': {
      const address = value('photos') || one.words.map(({ text }) => text).join(' ');
      return address === '' ? [] : [{ scope: 'photos', channel: 'photograph', address }];
    }
    default:
      return [];
  }
}

/** Where no address goes with the channel that was named, every address that was told counts: somebody wants to be left alone. */
function subjectsOf({ facts }: Case, { scope, channels }: Wish): readonly OptOutSubject[] {
  const told = CONTACT_FIELDS.flatMap((field) => {
    const address = facts[field]?.value;
    return address === undefined ? [] : (CHANNELS_OF[field] ?? []).map((channel) => ({ scope, channel, address }));
  });
  const meant = told.filter(({ channel }) => channels.includes(channel));
  return meant.length > 0 ? meant : told;
}
