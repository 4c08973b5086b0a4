import { HIDDEN_SIGN, type PrivateKind } from './mask-private-numbers';

/** What of a message was not kept: a private number, or a file. */
export type NotKept = PrivateKind | 'file';

/** As much of an activity as says what of it was not kept. Only the service writes it into the channel data. */
export interface MaskedMessage {
  readonly text?: string;
  readonly channelData?: unknown;
}

/** What of a message was not kept, each kind once. */
export function notKeptOf({ channelData }: MaskedMessage): readonly NotKept[] {
  return (channelData as { readonly notKept?: readonly NotKept[] } | undefined)?.notKept ?? [];
}

/** Whether what was not kept is all that the message was; also where a person has hidden it before sending. */
export function isNothingLeft(message: MaskedMessage): boolean {
  const { text = '' } = message;
  const isHidden = notKeptOf(message).length > 0 || text.includes(HIDDEN_SIGN);
  return isHidden && !/[\p{L}\p{N}]/u.test(text);
}
