import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import jwt from 'jsonwebtoken';

import { randomId } from '../shared/ids';
import type { TurnQueue } from '../shared/turn-queue';
import type { EntryActivity } from '../transcript/entry';
import type { Transcripts } from '../transcript/transcripts';

export interface CloudGatewayDependencies {
  readonly credentials: Readonly<Record<string, string>>;
  readonly runBot: (context: TurnContext) => Promise<void>;
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly transcripts: Transcripts;
  readonly turns: TurnQueue;
}

export type Received =
  | { readonly outcome: 'done'; readonly status: number; readonly body?: unknown }
  | { readonly outcome: 'unauthorised' }
  | { readonly outcome: 'malformed' };

/**
 * The bot on the channels of Azure Bot Service. Only activities with a valid token of that service are taken; they go
 * through the same turn queue and into the same transcripts as those of the built-in channel.
 */
export class CloudGateway extends CloudAdapter {
  constructor(private readonly deps: CloudGatewayDependencies) {
    super(new ConfigurationBotFrameworkAuthentication({ ...deps.credentials }));
    this.onTurnError = deps.onTurnError;
  }

  /** Takes one activity. The SDK's own `process` is not used: it prints errors and sends their text to the caller. */
  async receive(authorization: string, body: unknown): Promise<Received> {
    if (!isActivity(body)) return { outcome: 'malformed' };
    try {
      const invoked = await this.processActivity(authorization, body, (context) => this.runTurn(context));
      return { outcome: 'done', status: invoked?.status ?? 200, body: invoked?.body as unknown };
    } catch (error) {
      if (isRefusedToken(error)) return { outcome: 'unauthorised' };
      throw error;
    }
  }

  private runTurn(context: TurnContext): Promise<void> {
    return this.deps.turns.run(context.activity.conversation.id, async () => {
      await this.record(context);
      await this.deps.runBot(context);
    });
  }

  /** Stores what comes in before the bot reads it, and what goes out before it leaves. */
  private async record(context: TurnContext): Promise<void> {
    const { transcripts } = this.deps;
    const { activity } = context;
    const { id } = activity.conversation;
    await transcripts.start(id, activity.channelId, activity.from.id);
    if (activity.type === (ActivityTypes.Message as string)) {
      const key = `client:${activity.id ?? randomId()}`;
      await transcripts.append(id, { key, author: 'tenant', activity: stored(activity) });
    }
    context.onSendActivities(async (_context, activities, send) => {
      for (const sent of activities.filter(({ type }) => type === ActivityTypes.Message)) {
        await transcripts.append(id, { key: `reply:${randomId()}`, author: 'assistant', activity: stored(sent) });
      }
      return send();
    });
  }
}

/** The SDK passes a wrong signature on as the error of the library that found it. */
const isRefusedToken = (error: unknown): boolean =>
  error instanceof AuthenticationError || error instanceof jwt.JsonWebTokenError;

const isActivity = (body: unknown): body is Activity =>
  typeof body === 'object' && body !== null && typeof (body as { readonly type?: unknown }).type === 'string';

/** What was said, without the channel's addresses and accounts. */
function stored({ type, text, attachments, suggestedActions }: Partial<Activity>): EntryActivity {
  const fields = { type: type ?? ActivityTypes.Message, text, attachments, suggestedActions };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
