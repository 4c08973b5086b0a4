import type { TurnContext } from 'botbuilder';

import type { Desk } from '../src/replies/create-desk';
import { sendReply } from './send-reply';

/**
 * Says that no person is here to whoever asks it beside something else, which is dealt with after.
 *
 * @returns whether it was asked
 */
export async function sayWhatWeAre(context: TurnContext, desk: Desk): Promise<boolean> {
  const truth = desk.whatWeAre(context.activity.text);
  if (truth) await sendReply(context, { ...truth, choices: [] }, desk);
  return truth !== undefined;
}
