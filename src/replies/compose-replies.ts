import type { NoticeVersion } from '../notice/notice';
import type { Understanding } from '../search/understanding';
import { composeReply } from './compose-reply';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** More buttons than this are not read. */
const MOST_CHOICES = 4;

/**
 * What to say to a message, a reply for each of its matters, in order: each quote stands under the sentence that leads to
 * it, as if they had been asked one by one. Only the last reply has buttons, since that is where people look; where it
 * asks what was meant, they are its own.
 */
export function composeReplies(
  understanding: Understanding,
  notice: NoticeVersion,
  words: ReplyWords,
): readonly [Reply, ...Reply[]] {
  const first = composeReply(understanding, notice, words);
  const replies = [first, ...(understanding.also ?? []).map((matter) => composeReply(matter, notice, words))];
  const last = replies.pop() ?? first;
  if (replies.length === 0) return [first];
  const [opening = first, ...between] = replies.map((reply): Reply => ({ ...reply, choices: [] }));
  const choices = last.kind === 'clarify' ? last.choices : gathered([...replies, last]);
  return [opening, ...between, { ...last, choices }];
}

function gathered(replies: readonly Reply[]): readonly Choice[] {
  const byTitle = new Map(replies.flatMap(({ choices }) => choices.map((choice) => [choice.title, choice] as const)));
  return [...byTitle.values()].slice(0, MOST_CHOICES);
}
