import { emptyReply } from './empty-reply';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Answers a greeting and the like in the words of smalltalk.yaml. */
export function smalltalkReply(topic: string, { content }: ReplyWords): Reply {
  const entry = content.smalltalk.find((candidate) => candidate.topic === topic);
  return {
    ...emptyReply('smalltalk'),
    paragraphs: entry?.reply ?? [],
    choices: (entry?.choices ?? []).map((title) => ({ title })),
  };
}
