import type { OptOut } from './opt-out';

/** What other systems are told, by webhook. */
export interface OptOutEvent extends Pick<OptOut, 'scope' | 'channel' | 'address' | 'since' | 'reference'> {
  /** The same for the same event, however often it is sent. */
  readonly id: string;
  readonly event: 'opt-out.recorded' | 'opt-out.lifted';
}

/** What happened last to an opt-out. The reason for which it was lifted is nobody else's matter. */
export function optOutEvent({ id, scope, channel, address, since, reference, state }: OptOut): OptOutEvent {
  const event = state.name === 'lifted' ? 'opt-out.lifted' : 'opt-out.recorded';
  const at = state.name === 'lifted' ? state.at : since;
  return { id: `${id}/${event}/${at}`, event, scope, channel, address, since, reference };
}
