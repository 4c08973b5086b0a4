import type { Flow } from '../search/understanding';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Offers what somebody has only spoken of: one press, and it is asked for. It comes first. */
export function withOffer(reply: Reply, flow: Flow, { content }: Pick<ReplyWords, 'content'>): Reply {
  const title = content.flows.find((candidate) => candidate.flow === flow)?.title;
  const isOffered = reply.choices.some((choice) => choice.title === title);
  return title === undefined || isOffered ? reply : { ...reply, choices: [{ title }, ...reply.choices] };
}
