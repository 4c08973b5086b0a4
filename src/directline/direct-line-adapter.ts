import {
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';

import { AppError } from '../shared/app-error';
import { randomId } from '../shared/ids';
import { inTime } from '../shared/in-time';
import { activityId, type Entry, type EntryActivity } from '../transcript/entry';
import { maskActivity } from '../transcript/mask-activity';
import type { Transcripts } from '../transcript/transcripts';
import type { ActivityBus } from './activity-bus';
import type { TurnRunner } from './turn-runner';
import { ASSISTANT, CHANNEL_ID } from './wire';

/** What the adapter needs of the bot: its logic, and how far it has come in a conversation. */
export interface HostedBot {
  run(context: TurnContext): Promise<void>;
  /** Id of the last activity whose turn is complete. */
  lastHandledActivity(channelId: string, conversationId: string): Promise<string | undefined>;
}

/** The state of one turn, kept in its turn context. */
interface Turn {
  /** The first part of the keys of its replies: the same turn, run again after a crash, makes the same keys. */
  readonly key: string;
  sent: number;
  isOver: boolean;
}

const TURN = Symbol('turn');

/**
 * Bot Framework's side of the built-in Direct Line channel. What the bot sends is stored in the transcript before it
 * goes out; what is stored already, from a run of the same turn that was cut off, is not sent again.
 */
export class DirectLineAdapter extends BotAdapter implements TurnRunner {
  constructor(
    private readonly bot: HostedBot,
    private readonly transcripts: Transcripts,
    private readonly bus: ActivityBus,
    private readonly limits: { readonly turnMs: number },
    onTurnError: (context: TurnContext, error: Error) => Promise<void>,
  ) {
    super();
    this.onTurnError = onTurnError;
  }

  handledActivity(conversationId: string): Promise<string | undefined> {
    return this.bot.lastHandledActivity(CHANNEL_ID, conversationId);
  }

  greet(conversationId: string, userId: string): Promise<void> {
    const members = {
      membersAdded: [
        { id: userId, name: '' },
        { ...ASSISTANT, name: '' },
      ],
    };
    return this.runTurn('start', received(conversationId, userId, { type: 'conversationUpdate', ...members }));
  }

  refuseFile(conversationId: string, userId: string): Promise<void> {
    const fileAlone = maskActivity({ type: ActivityTypes.Message }, ['file']);
    return this.runTurn(`file.${randomId()}`, received(conversationId, userId, fileAlone));
  }

  takeTurn({ conversationId, sequence, at, activity }: Entry, userId: string): Promise<void> {
    const id = activityId(conversationId, sequence);
    return this.runTurn(String(sequence), {
      ...received(conversationId, userId, activity),
      id,
      timestamp: new Date(at),
    });
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: await this.send(context, activity) });
    return responses;
  }

  /** Direct Line has no way to tell a client that a message has changed. */
  override updateActivity(): Promise<never> {
    return Promise.reject(new AppError('not_supported', 'what was said cannot be changed'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new AppError('not_supported', 'what was said cannot be taken back'));
  }

  /** Bot Framework's way to speak first; its caller holds the turn queue of the conversation. */
  override continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = { type: ActivityTypes.Event, name: 'continueConversation' };
    const activity = TurnContext.applyConversationReference(event, reference, true);
    return this.runTurn(randomId(), activity, logic);
  }

  private async runTurn(
    key: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void> = (context) => this.bot.run(context),
  ): Promise<void> {
    const { context, turn } = this.begin(key, activity);
    try {
      await inTime(this.runMiddleware(context, logic), this.limits.turnMs);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'turn_timeout')) throw error;
      // The late logic may still be running: its own context is over, and the apology goes out in a new one.
      await this.onTurnError(this.begin(`${key}.late`, activity).context, error);
    } finally {
      turn.isOver = true;
    }
  }

  private begin(key: string, activity: Partial<Activity>): { context: TurnContext; turn: Turn } {
    const context = new TurnContext(this, activity);
    const turn: Turn = { key, sent: 0, isOver: false };
    context.turnState.set(TURN, turn);
    return { context, turn };
  }

  private async send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    const turn = context.turnState.get<Turn>(TURN);
    if (turn.isOver) throw new AppError('turn_over', 'a reply came after its turn was over');
    const conversationId = context.activity.conversation.id;
    if (activity.type === ActivityTypes.Typing) {
      this.bus.typing(conversationId, { type: ActivityTypes.Typing, from: ASSISTANT });
      return '';
    }
    if (!isForTheTenant(activity)) return '';
    const key = `reply:${turn.key}.${turn.sent++}`;
    const { entry } = await this.transcripts.append(conversationId, {
      key,
      author: 'assistant',
      activity: stored(activity),
    });
    this.bus.added(conversationId);
    return activityId(conversationId, entry.sequence);
  }
}

/** Handoff events are for staff consoles, traces for debuggers: neither may reach a tenant's browser. */
function isForTheTenant({ type, name }: Partial<Activity>): boolean {
  if (type === ActivityTypes.Event) return !name?.startsWith('handoff.');
  return type === ActivityTypes.Message || type === ActivityTypes.EndOfConversation;
}

function received(conversationId: string, userId: string, activity: EntryActivity): Partial<Activity> {
  return {
    ...activity,
    channelId: CHANNEL_ID,
    serviceUrl: 'urn:privacy-desk',
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: userId, name: '', role: 'user' },
    recipient: { ...ASSISTANT, name: '' },
  };
}

/** Fields that an entry's place in the transcript says already. */
const IMPLIED = ['id', 'timestamp', 'channelId', 'conversation', 'from', 'recipient', 'serviceUrl'];

function stored(activity: Partial<Activity>): EntryActivity {
  const rest = Object.fromEntries(Object.entries(activity).filter(([field]) => !IMPLIED.includes(field)));
  return { ...rest, type: activity.type ?? ActivityTypes.Message };
}
