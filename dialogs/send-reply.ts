import { ActionTypes, ActivityTypes, InputHints, type TurnContext } from 'botbuilder';

import type { Desk } from '../src/replies/create-desk';
import type { Reply } from '../src/replies/reply';

/**
 * Says a reply on any channel: as plain text with buttons, which every client shows, and whole in the channel data for
 * our own widget.
 */
export async function sendReply(context: TurnContext, reply: Reply, desk: Desk): Promise<void> {
  const actions = reply.choices.map(({ title }) => ({ type: ActionTypes.ImBack, title, value: title }));
  await context.sendActivity({
    type: ActivityTypes.Message,
    text: desk.plainText(reply),
    textFormat: 'plain',
    inputHint: InputHints.ExpectingInput,
    ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
    channelData: { reply },
  });
}
