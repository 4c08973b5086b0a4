import type { Reply } from '../replies/reply';
import type { Entry } from '../transcript/entry';

/** The reply that an entry is, as the desk composed it; undefined for all else that is said. */
export function replyOf({ author, activity }: Entry): Reply | undefined {
  if (author !== 'assistant') return undefined;
  // Only the desk writes this field: of what clients send it is left out.
  return (activity.channelData as { readonly reply?: Reply } | undefined)?.reply;
}

/** The same, if it is one that may have helped or not: an answer, or that the notice does not say. */
export function rateableReplyOf(entry: Entry): Reply | undefined {
  const reply = replyOf(entry);
  return reply?.kind === 'answer' || reply?.kind === 'decline' ? reply : undefined;
}
