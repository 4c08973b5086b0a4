import { passageTitle } from '../search/passage-title';
import type { FlowContent } from '../search/search-content';
import type { Flow, Understanding } from '../search/understanding';
import { emptyReply } from './empty-reply';
import type { Replies } from './replies';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

type Clarify = Extract<Understanding, { readonly kind: 'clarify' }>;

/**
 * Asks which of two or three meanings is meant. A passage is called as an editor called it, or else by its section; a
 * request as on its button. The choices are in the order of `options`, and "None of these" is last.
 */
export function clarifyReply({ options, instead }: Clarify, { content, replies }: ReplyWords): Reply {
  const meanings = options.map((option): Choice => {
    if (option.kind === 'flow') return { title: flowTitle(option.flow, content.flows) };
    const { passage, title } = option;
    return title === undefined
      ? { title: passage.sectionTitle, note: passageTitle(passage) }
      : { title, note: passage.sectionTitle };
  });
  return offerOf(meanings, replies, instead ? 'clarify.instead' : 'clarify.lead');
}

/** Asks which of these is meant, or none of them. */
export function offerOf(
  meanings: readonly Choice[],
  replies: Replies,
  lead: 'clarify.lead' | 'clarify.instead' = 'clarify.lead',
): Reply {
  return {
    ...emptyReply('clarify'),
    paragraphs: [replies.say(lead)],
    choices: [...meanings, { title: replies.say('clarify.none'), isNone: true }],
  };
}

function flowTitle(flow: Flow, flows: readonly FlowContent[]): string {
  return flows.find((candidate) => candidate.flow === flow)?.title ?? flow;
}
