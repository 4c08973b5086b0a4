import { emptyReply } from './empty-reply';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Leads on from a reply that did not help: what else came near, to choose from, other words, or a person. */
export function leadOnReply(near: readonly Choice[], { content, replies }: ReplyWords): Reply {
  const human = content.flows.find(({ flow }) => flow === 'human')?.title;
  const others = near
    .filter(({ title }) => title !== human)
    .map(({ title, note }) => ({ title, ...(note && { note }) }));
  const sorry = replies.say('lead-on.sorry');
  return {
    ...emptyReply('lead-on'),
    paragraphs:
      others.length > 0
        ? [`${sorry} ${replies.say('lead-on.closer')}`, replies.say('lead-on.ways-on')]
        : [`${sorry} ${replies.say('lead-on.only-ways-on')}`],
    choices: [...others, ...(human === undefined ? [] : [{ title: human }])],
  };
}

/** What came near beside what a reply showed, as it was offered or could have been. */
export function nearOf({ choices, declined }: Reply): readonly Choice[] {
  return [...(declined?.nearest ?? []), ...choices];
}
