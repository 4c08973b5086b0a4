import type { Passage } from '../notice/notice';
import type { DeclineReason } from '../search/understanding';
import { emptyReply } from './empty-reply';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** More would not fit one line, and the third nearest is far. */
const SECTIONS_NAMED = 2;

/**
 * Says that the notice is silent, where we looked, and the ways on; or, to a matter of another kind, what this assistant
 * is for and where to go. Never guesses.
 */
export function declineReply(why: DeclineReason, nearest: readonly Passage[], { content, replies }: ReplyWords): Reply {
  const titles = [...new Set(nearest.map((passage) => `“${passage.sectionTitle}”`))].slice(0, SECTIONS_NAMED);
  const sections = titles.join(` ${replies.say('decline.and')} `);
  const lookedIn = titles.length > 0 ? ` ${replies.say('decline.looked-in', { sections })}` : '';
  const human = content.flows.find(({ flow }) => flow === 'human');
  const choices = human ? [{ title: human.title }] : [];
  if (why === 'off_topic') {
    const paragraphs = [replies.say('decline.other-matter'), replies.say('decline.other-matter-ways-on')];
    return { ...emptyReply('decline'), paragraphs, choices };
  }
  return {
    ...emptyReply('decline'),
    paragraphs: [replies.say('decline.silent') + lookedIn, replies.say('decline.ways-on')],
    after: [replies.say('contact.mailboxes')],
    choices,
  };
}
