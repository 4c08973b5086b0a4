import { emptyReply } from './empty-reply';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Shows the number that is likeliest to help first, without any question. The other numbers follow. */
export function urgentReply(sign: string, { content, replies }: Pick<ReplyWords, 'content' | 'replies'>): Reply {
  const entry = content.urgent.signs.find((candidate) => candidate.sign === sign);
  const keys = entry ? [entry.number, ...entry.others] : Object.keys(content.urgent.numbers);
  return {
    ...emptyReply('urgent'),
    ...(entry ? { heading: entry.heading } : {}),
    paragraphs: entry ? [entry.first] : [],
    facts: keys.flatMap((key) => content.urgent.numbers[key] ?? []),
    after: [replies.say('urgent.cannot-call'), replies.say('urgent.carry-on')],
  };
}
