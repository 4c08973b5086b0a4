import type { NoticeVersion } from '../notice/notice';
import type { CoveredMatter, RankedPassage, Understanding } from '../search/understanding';
import { emptyReply } from './empty-reply';
import { answeredByLaw, type AnsweredByLaw } from './law-notes';
import { quoteWithNotes } from './quote-with-notes';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** More would not fit one line, and the third nearest is far. */
const SECTIONS_NAMED = 2;

/** From this confidence on we say that the notice is silent; below, only that we did not find it. */
const SURE_FROM = 0.85;

type Declined = Extract<Understanding, { readonly kind: 'decline' }>;

/**
 * Says that the notice is silent, or that we found nothing; what the law says instead, or else what the notice does say
 * about the matter, if it covers it; where we looked, and the ways on. To a matter of another kind: what this assistant is
 * for and where to go. Never guesses.
 */
export function declineReply(declined: Declined, notice: NoticeVersion, words: ReplyWords): Reply {
  const { replies } = words;
  if (declined.why === 'off_topic') return otherMatterReply(declined, words);
  const law = answeredByLaw(declined.asksFor ?? [], notice, words);
  if (law) return lawReply(law, declined, words);
  const { covered } = declined;
  const near = covered ? declined.nearest.slice(1) : declined.nearest;
  return {
    ...emptyReply('decline'),
    paragraphs: covered
      ? [whatIsUntold(covered, words)]
      : [notFound(declined, replies), replies.say('decline.ways-on')],
    ...(covered && quoteWithNotes(covered.passage.passage, notice, words)),
    after: covered
      ? [replies.say('decline.ways-on'), replies.say('contact.mailboxes')]
      : [replies.say('contact.mailboxes')],
    choices: [...choicesOf(near), ...person(words)],
  };
}

/** The law answers, so the notice is not quoted: what it says near the matter is no more than offered. */
function lawReply({ untold, notes }: AnsweredByLaw, { nearest }: Declined, words: ReplyWords): Reply {
  const { replies } = words;
  return {
    ...emptyReply('decline'),
    paragraphs: [[...untold, replies.say('decline.law-does')].join(' ')],
    notes,
    after: [replies.say('decline.ways-on'), replies.say('contact.mailboxes')],
    choices: [...choicesOf(nearest), ...person(words)],
  };
}

/** What a repair or a neighbour has to do with information is offered, if anything. */
function otherMatterReply({ covered }: Declined, words: ReplyWords): Reply {
  const { replies } = words;
  return {
    ...emptyReply('decline'),
    paragraphs: [replies.say('decline.other-matter'), replies.say('decline.other-matter-ways-on')],
    choices: [...choicesOf(covered ? [covered.passage] : []), ...person(words)],
  };
}

function whatIsUntold({ untold }: CoveredMatter, { content, replies }: ReplyWords): string {
  const detail = content.details.find((one) => one.detail === untold);
  return detail ? `${detail.sentence} ${replies.say('decline.does-say')}` : replies.say('decline.near');
}

/** Only what an editor gave a title is offered: first words of passages do not tell what they are about. */
function choicesOf(passages: readonly RankedPassage[]): readonly Choice[] {
  return passages.flatMap(({ title, passage }) => (title === undefined ? [] : [{ title, note: passage.sectionTitle }]));
}

function person({ content }: ReplyWords): readonly Choice[] {
  const human = content.flows.find(({ flow }) => flow === 'human');
  return human ? [{ title: human.title }] : [];
}

function notFound({ nearest, confidence }: Declined, replies: ReplyWords['replies']): string {
  const titles = [...new Set(nearest.map(({ passage }) => `“${passage.sectionTitle}”`))].slice(0, SECTIONS_NAMED);
  const said = replies.say(confidence >= SURE_FROM ? 'decline.silent' : 'decline.unsure');
  if (titles.length === 0) return said;
  return `${said} ${replies.say('decline.looked-in', { sections: titles.join(` ${replies.say('decline.and')} `) })}`;
}
