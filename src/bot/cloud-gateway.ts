import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type Attachment,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import jwt from 'jsonwebtoken';

import { randomId } from '../shared/ids';
import { inTime } from '../shared/in-time';
import { notKeptOf } from '../shared/not-kept';
import type { Turns } from '../shared/turns';
import type { EntryActivity } from '../transcript/entry';
import { maskActivity } from '../transcript/mask-activity';
import type { Transcripts } from '../transcript/transcripts';

export interface CloudGatewayDependencies {
  readonly credentials: Readonly<Record<string, string>>;
  readonly runBot: (context: TurnContext) => Promise<void>;
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly transcripts: Transcripts;
  readonly turns: Turns;
  /** Id of the last activity of a conversation whose turn is complete. */
  readonly lastHandled: (channelId: string, conversationId: string) => Promise<string | undefined>;
  readonly limits: { readonly turnMs: number };
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
    const { turns, lastHandled, runBot, limits } = this.deps;
    const { channelId, conversation, id } = context.activity;
    return turns.run(conversation.id, async () => {
      // Azure delivers an activity again when it did not hear of it in time.
      if (id !== undefined && (await lastHandled(channelId, conversation.id)) === id) return;
      leavePrivateOut(context.activity);
      await this.record(context);
      await inTime(runBot(context), limits.turnMs);
    });
  }

  /** Stores what comes in before the bot reads it, and what goes out before it leaves. */
  private async record(context: TurnContext): Promise<void> {
    const { transcripts } = this.deps;
    const { activity } = context;
    const { id } = activity.conversation;
    const turn = activity.id ?? randomId();
    let sent = 0;
    await transcripts.start(id, activity.channelId, activity.from.id);
    if (activity.type === (ActivityTypes.Message as string)) {
      const notKept = notKeptOf(activity);
      const message = { ...stored(activity), ...(notKept.length > 0 && { channelData: { notKept } }) };
      await transcripts.append(id, { key: `client:${turn}`, author: 'tenant', activity: message });
    }
    context.onSendActivities(async (_context, activities, send) => {
      for (const reply of activities.filter(({ type }) => type === ActivityTypes.Message)) {
        // The same turn, run again, makes the same keys.
        const key = `reply:${turn}.${sent++}`;
        await transcripts.append(id, { key, author: 'assistant', activity: stored(reply) });
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

/** Teams sends each message as HTML, too. */
const isFile = ({ contentType }: Attachment): boolean => contentType !== 'text/html';

/**
 * Takes out of a message, before it is stored or read, what is not kept. Nothing else is masked: the channel's own ids
 * are long numbers as well, and have to lead back there.
 */
function leavePrivateOut(activity: Activity): void {
  const { type, text, attachments = [] } = activity;
  const value: unknown = activity.value;
  const channelData = activity.channelData as object | undefined;
  const left = maskActivity({ type, text, value }, attachments.some(isFile) ? ['file'] : []);
  Object.assign(activity, left, { attachments: undefined, channelData: { ...channelData, notKept: notKeptOf(left) } });
}

/** What was said, without the channel's addresses and accounts. */
function stored({ type, text, attachments, suggestedActions }: Partial<Activity>): EntryActivity {
  const fields = { type: type ?? ActivityTypes.Message, text, attachments, suggestedActions };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
