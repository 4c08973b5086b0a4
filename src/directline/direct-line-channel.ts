import { readFeedback } from '../review/feedback';
import { rateableReplyOf } from '../review/reply-of';
import type { DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';
import type { Turns } from '../shared/turns';
import type { Conversation } from '../transcript/conversation';
import { wasDeleted } from '../transcript/delete-conversation';
import { activityId, sequenceOf, type Entry, type EntryActivity } from '../transcript/entry';
import type { Transcripts } from '../transcript/transcripts';
import type { ActivityBus } from './activity-bus';
import { readClientActivity, type ClientActivity } from './client-activity';
import { ProtocolError } from './protocol-error';
import { TOKEN_LIFETIME, type TokenClaims, type Tokens } from './tokens';
import type { TurnRunner } from './turn-runner';
import { CHANNEL_ID, readWatermark, toWire, type ActivitySet, type WireActivity } from './wire';

/** What a client needs to go on with a conversation; the names are the protocol's. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

/** Some activities, the last of them, and whether there may be more after it. */
export interface Page extends ActivitySet {
  readonly watermark: string;
  readonly last: number;
  readonly hasMore: boolean;
}

export interface ChannelDependencies {
  readonly store: DocumentStore;
  readonly transcripts: Transcripts;
  readonly turns: Turns;
  readonly runner: TurnRunner;
  readonly bus: ActivityBus;
  readonly tokens: Tokens;
  /** Address of the service as its users reach it, for the stream's address. */
  readonly publicUrl: string;
  /** When a chat with this last message has to be gone. */
  readonly deletionAfter: (lastMessageAt: Date) => Date;
}

/** Entries of one chat. A long one has some hundreds; without an end a machine could fill the disk in one chat. */
const MOST_ENTRIES = 5000;
/** Activities in one page. */
const PAGE = 100;

/** Direct Line 3.0 without HTTP: what each call does. Whether the caller may do it is settled before. */
export class DirectLineChannel {
  constructor(private readonly deps: ChannelDependencies) {}

  /** A token for a conversation that does not exist yet; nothing is stored. */
  newToken(claims: Partial<TokenClaims> = {}): Omit<Session, 'streamUrl'> {
    const { userId = `dl_${randomId()}`, conversationId = randomId() } = claims;
    return this.tokenFor({ ...claims, userId, conversationId });
  }

  /** The same conversation with a fresh token. */
  refresh(claims: TokenClaims): Omit<Session, 'streamUrl'> {
    return this.tokenFor(claims);
  }

  /** Starts the conversation of the token, unless it has started. The bot says who it is. */
  async start(claims: TokenClaims): Promise<{ session: Session; isNew: boolean }> {
    const { conversationId, userId } = claims;
    if (await wasDeleted(this.deps.store, conversationId)) throw notFound();
    const outcome = await this.deps.transcripts.start(conversationId, CHANNEL_ID, userId);
    await this.deps.turns.run(conversationId, async () => {
      // It may have been deleted while this waited for its turn.
      await this.existing(conversationId);
      // Asked of the transcript, not of `outcome`: the service may have stopped between the start and the greeting.
      if (!(await this.deps.transcripts.lastEntry(conversationId)))
        await this.deps.runner.greet(conversationId, userId);
    });
    return { session: this.session(claims, 0), isNew: outcome === 'started' };
  }

  /**
   * A new stream for a conversation that has started.
   *
   * @param watermark go on after it; '' from the start; undefined only what is said from now on
   */
  async reconnect(claims: TokenClaims, watermark: string | undefined): Promise<Session> {
    const { endedAt } = await this.existing(claims.conversationId);
    if (endedAt === undefined) this.catchUp(claims);
    if (watermark !== undefined) return this.session(claims, sequenceFrom(watermark));
    const last = await this.deps.transcripts.lastEntry(claims.conversationId);
    return this.session(claims, last?.sequence ?? 0);
  }

  async activities({ conversationId, userId }: TokenClaims, watermark: string | undefined): Promise<ActivitySet> {
    await this.existing(conversationId);
    const page = await this.page(conversationId, userId, sequenceFrom(watermark));
    return { activities: page.activities, watermark: page.watermark };
  }

  /** A page without asking whether the conversation exists; for streams. */
  async page(conversationId: string, userId: string, after: number): Promise<Page> {
    const entries = await this.deps.transcripts.entriesAfter(conversationId, after, PAGE);
    const last = entries.at(-1)?.sequence ?? after;
    const { deletionAfter } = this.deps;
    const activities = entries.map((entry) => toWire(entry, userId, deletionAfter(new Date(entry.at))));
    const hasMore = entries.length === PAGE;
    return { activities, watermark: String(last), last, hasMore };
  }

  /** Stores what the tenant said and lets the bot answer. Returns when both are done, with the id of the message. */
  async post(claims: TokenClaims, body: unknown): Promise<string> {
    const { conversationId, userId } = claims;
    const sent = readClientActivity(body);
    if (sent === 'file') return this.refuseFile(claims);
    if (sent.activity.type === 'typing') return this.typing(claims, sent.activity);
    return this.deps.turns.run(conversationId, async () => {
      const entry = await this.store(conversationId, sent);
      await this.takeOpenTurns(conversationId, userId);
      return activityId(conversationId, entry.sequence);
    });
  }

  /**
   * Takes nothing of a file. The bot says so in the chat: most clients show no more than that something was not sent.
   *
   * @throws ProtocolError always
   */
  async refuseFile({ conversationId, userId }: TokenClaims): Promise<never> {
    await this.deps.turns.run(conversationId, async () => {
      await this.checkOpen(conversationId, await this.existing(conversationId));
      await this.deps.runner.refuseFile(conversationId, userId);
    });
    throw new ProtocolError('UploadNotSupported', 'files cannot be sent in this chat; nothing of it was kept');
  }

  /** @throws ProtocolError `ConversationEnded` for what was not stored before the end */
  private async store(conversationId: string, { activity, clientId }: ClientActivity): Promise<Entry> {
    const { transcripts, bus } = this.deps;
    const key = `client:${clientId ?? randomId()}`;
    const conversation = await this.existing(conversationId);
    const known = conversation.endedAt !== undefined && (await transcripts.entryOf(conversationId, key));
    if (known) return known;
    await this.checkOpen(conversationId, conversation);
    await this.checkFeedback(conversationId, activity);
    const { entry, isNew } = await transcripts.append(conversationId, { key, author: 'tenant', activity });
    if (activity.type === 'endOfConversation') await transcripts.end(conversationId);
    if (isNew) bus.added(conversationId);
    return entry;
  }

  /** @throws ProtocolError when nothing can be added to the chat any more */
  private async checkOpen(conversationId: string, { endedAt }: Conversation): Promise<void> {
    if (endedAt !== undefined) throw new ProtocolError('ConversationEnded', 'the chat was ended');
    if (((await this.deps.transcripts.lastEntry(conversationId))?.sequence ?? 0) >= MOST_ENTRIES) {
      throw new ProtocolError('ConversationEnded', 'the chat is full');
    }
  }

  /** @throws ProtocolError `BadArgument` for feedback on what is no answer of this chat */
  private async checkFeedback(conversationId: string, activity: EntryActivity): Promise<void> {
    const feedback = readFeedback(activity);
    if (!feedback) return;
    const entry = await this.deps.transcripts.entry(conversationId, feedback.replyToId);
    if (entry && rateableReplyOf(entry)) return;
    throw new ProtocolError('BadArgument', '"replyToId" is not the id of an answer in this chat');
  }

  /**
   * Runs the turns that are not complete: as a rule the one of the message that has just come; after a crash also the
   * one that was cut off.
   */
  private async takeOpenTurns(conversationId: string, userId: string): Promise<void> {
    const { transcripts, runner } = this.deps;
    const handled = sequenceOf((await runner.handledActivity(conversationId)) ?? '');
    const entries = await transcripts.entriesAfter(conversationId, handled, PAGE);
    for (const entry of entries.filter(wantsAnswer)) await runner.takeTurn(entry, userId);
  }

  /** Answers what was left open by a crash, after the client has come back and without keeping it waiting. */
  private catchUp({ conversationId, userId }: TokenClaims): void {
    void this.deps.turns
      .run(conversationId, () => this.takeOpenTurns(conversationId, userId))
      // The next message of the conversation tries again, and reports the failure to its sender.
      .catch(() => undefined);
  }

  /** Answers what was left open when the process that was at work on it died, or was cut off from the others. */
  async finish(conversationId: string): Promise<void> {
    await this.deps.turns.run(conversationId, async () => {
      const conversation = await this.deps.transcripts.conversation(conversationId);
      if (conversation?.channel !== CHANNEL_ID || conversation.endedAt !== undefined) return;
      await this.takeOpenTurns(conversationId, conversation.userId);
    });
  }

  private async typing({ conversationId, userId }: TokenClaims, activity: WireActivity): Promise<string> {
    await this.existing(conversationId);
    this.deps.bus.typing(conversationId, { ...activity, from: { id: userId, role: 'user' } });
    return `${conversationId}|typing`;
  }

  private async existing(conversationId: string): Promise<Conversation> {
    const conversation = await this.deps.transcripts.conversation(conversationId);
    if (!conversation) throw notFound();
    return conversation;
  }

  private tokenFor(claims: TokenClaims): Omit<Session, 'streamUrl'> {
    const token = this.deps.tokens.issue(claims);
    return { conversationId: claims.conversationId, token, expires_in: TOKEN_LIFETIME };
  }

  private session(claims: TokenClaims, watermark: number): Session {
    const stream = new URL(`/v3/directline/conversations/${claims.conversationId}/stream`, this.deps.publicUrl);
    stream.protocol = stream.protocol === 'https:' ? 'wss:' : 'ws:';
    stream.searchParams.set('watermark', String(watermark));
    stream.searchParams.set('t', this.deps.tokens.issueForStream(claims));
    return { ...this.tokenFor(claims), streamUrl: stream.href };
  }
}

const notFound = (): ProtocolError => new ProtocolError('ConversationNotFound', 'there is no such conversation');

const wantsAnswer = ({ author, activity }: Entry): boolean =>
  author === 'tenant' && (activity.type === 'message' || activity.type === 'event');

function sequenceFrom(watermark: string | undefined): number {
  const sequence = readWatermark(watermark);
  if (sequence === undefined) throw new ProtocolError('BadArgument', 'the watermark is not one of ours');
  return sequence;
}
