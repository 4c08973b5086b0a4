import type { Middleware, ResourceResponse, TurnContext } from 'botbuilder';

import type { Reply } from '../replies/reply';
import type { QuestionsToReview } from '../review/questions-to-review';

/** Keeps every question that is declined, once what was said to it is stored. */
export function createKeepDeclined(questions: Pick<QuestionsToReview, 'keepDeclined'>): Middleware['onTurn'] {
  return async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const conversationId = context.activity.conversation.id;
    context.onSendActivities(async (_context, activities, send): Promise<ResourceResponse[]> => {
      const responses = await send();
      for (const [at, { id }] of responses.entries()) {
        const { reply } = (activities[at]?.channelData ?? {}) as { readonly reply?: Reply };
        if (reply?.kind === 'decline') await questions.keepDeclined(conversationId, id);
      }
      return responses;
    });
    await next();
  };
}
