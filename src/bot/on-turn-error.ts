import type { TurnContext } from 'botbuilder';

import type { Logger } from '../shared/logger';

export interface FailedTurnDependencies {
  readonly logger: Logger;
  /** Whether the turn is over all the same: a database may do what it says it could not. */
  readonly isComplete: (context: TurnContext) => Promise<boolean>;
  /** Says once that something went wrong, and what the person can do. */
  readonly apologise: (context: TurnContext) => Promise<void>;
  /** Puts the conversation back to where the next message finds it usable. */
  readonly giveUp: (context: TurnContext) => Promise<void>;
}

/**
 * The last resort of a turn. The person hears of the failure once; the conversation goes on with the next message. If
 * even that fails, as when the database is away, the caller of the turn gets the error and can try again.
 */
export function createOnTurnError({ logger, isComplete, apologise, giveUp }: FailedTurnDependencies) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    logger.error('turn failed', error, { channel: context.activity.channelId });
    if (await isComplete(context)) return;
    await apologise(context);
    await giveUp(context);
  };
}
