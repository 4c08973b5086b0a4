import { passageTitle } from '../search/passage-title';
import type { RankedPassage, Understanding } from '../search/understanding';
import { emptyReply } from './empty-reply';
import type { Declined, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** More would not fit one line, and the third nearest is far. */
const SECTIONS_NAMED = 2;

/** From this confidence on we say that the notice is silent; below, only that we did not find it. */
const SURE_FROM = 0.85;

type DeclinedMessage = Extract<Understanding, { readonly kind: 'decline' }>;

/**
 * Says that the notice is silent, or that we found nothing, where we looked, and the ways on; or, to a matter of another
 * kind, what this assistant is for and where to go. Never guesses.
 */
export function declineReply(declined: DeclinedMessage, { content, replies }: ReplyWords): Reply {
  const human = content.flows.find(({ flow }) => flow === 'human');
  const choices = human ? [{ title: human.title }] : [];
  if (declined.why === 'off_topic') {
    const paragraphs = [replies.say('decline.other-matter'), replies.say('decline.other-matter-ways-on')];
    return { ...emptyReply('decline'), paragraphs, choices, declined: { why: declined.why, nearest: [] } };
  }
  return {
    ...emptyReply('decline'),
    paragraphs: [notFound(declined, replies), replies.say('decline.ways-on')],
    after: [replies.say('contact.mailboxes')],
    choices,
    declined: { why: declined.why, nearest: declined.nearest.map(asNear) },
  };
}

const asNear = ({ passage, title = passageTitle(passage) }: RankedPassage): Declined['nearest'][number] => ({
  title,
  note: passage.sectionTitle,
  passageId: passage.id,
});

/** Where no passage came near, nothing was compared with the message, and the notice may well say it. */
function notFound({ nearest, confidence }: DeclinedMessage, replies: ReplyWords['replies']): string {
  const titles = [...new Set(nearest.map(({ passage }) => `“${passage.sectionTitle}”`))].slice(0, SECTIONS_NAMED);
  const isSure = titles.length > 0 && confidence >= SURE_FROM;
  const said = replies.say(isSure ? 'decline.silent' : 'decline.unsure');
  if (titles.length === 0) return said;
  return `${said} ${replies.say('decline.looked-in', { sections: titles.join(` ${replies.say('decline.and')} `) })}`;
}
