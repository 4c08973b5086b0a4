import type { Reply } from '../../../replies/reply';
import { RESUME_WITHIN, type Activity, type Session } from './activity';
import { initialState, type ChatAction, type ChatState, type View } from './chat-state';
import { Connection } from './connection';
import type { DeviceMemory } from './device-memory';
import type { DirectLineClient } from './direct-line-client';
import { Outbox } from './outbox';
import { reduceChat } from './reduce-chat';
import { referencesIn } from './references-in';
import { createStore, type Store } from './store';
import type { OpenSocket } from './stream';
import type { Timers } from './timers';
import { WELCOME_KEY, type ChatEvent, type Turn } from './turn';

export interface ChatParts {
  readonly client: DirectLineClient;
  readonly openSocket: OpenSocket;
  readonly timers: Timers;
  readonly memory: DeviceMemory;
  readonly chance: () => number;
  readonly nextId: () => string;
  readonly locale: string;
  readonly welcome: Reply;
  /** Hands a downloaded chat to the person. */
  readonly save: (chat: Blob, format: 'text' | 'json') => void;
  /** Leaves the page for one that gives nothing away. */
  readonly goAway: () => void;
}

/** Milliseconds after which a typing sign without a message is taken back. */
const TYPING_FOR = 15_000;
/** Milliseconds after which turns that were missed may be followed by turns that are read out. */
const SETTLED_AFTER = 500;
/** Milliseconds in which the end of a chat comes to the other tabs. */
const END_HEARD_WITHIN = 1500;

/** What a person can do in the panel. No message, no storage, no word to the desk before the first of them is sent. */
export class Chat {
  readonly store: Store<ChatState, ChatAction>;
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private stopTyping: () => void = () => undefined;
  /** The conversation that has ended, for its download and deletion. */
  private ended: Session | undefined;

  constructor(private readonly parts: ChatParts) {
    this.store = createStore(reduceChat, initialState([this.welcome()]));
    this.connection = new Connection(parts, {
      onLink: (link) => {
        this.dispatch({ type: 'linked', link });
        if (link.kind === 'online') this.outbox.release();
      },
      onActivities: (activities, isMissed) => {
        this.dispatch({ type: 'received', activities, isMissed });
        if (isMissed) parts.timers.after(SETTLED_AFTER, () => this.dispatch({ type: 'settled' }));
        if (activities.some(({ type }) => type === 'endOfConversation')) this.over();
        else this.watchTyping();
      },
      onSession: (session) => {
        this.remember(session, false);
        this.outbox.flush();
      },
      onLost: (reason) => this.lose(reason),
    });
    this.outbox = new Outbox({
      client: parts.client,
      store: this.store,
      session: () => (this.state.link.kind === 'offline' ? undefined : this.connection.session),
      nextId: parts.nextId,
      onUnreachable: () => this.connection.cut(),
      onOver: (reason) => this.refusedAsOver(reason),
    });
  }

  /** The panel is shown. A chat of before is offered, never shown unasked: somebody else may have written it. */
  show(): void {
    const { view, isOpen } = this.state;
    if (isOpen) return;
    this.dispatch({ type: 'opened' });
    const before = this.parts.memory.read();
    if (view.kind !== 'chat' || this.connection.session || !before) return;
    if (before.expiresAt + RESUME_WITHIN > this.parts.timers.now()) {
      this.look({ kind: 'resume', lastAt: before.lastAt });
    } else {
      this.lose('expired');
    }
  }

  /** Puts something else into the panel. */
  look(view: View): void {
    this.dispatch({ type: 'showed', view });
  }

  draft(text: string): void {
    this.dispatch({ type: 'drafted', text });
  }

  hide(): void {
    this.dispatch({ type: 'closed' });
  }

  carryOn(): void {
    const before = this.parts.memory.read();
    if (!before) {
      this.beginAgain();
      return;
    }
    this.dispatch({ type: 'emptied' });
    this.connection.open(before);
  }

  /** Forgets the chat on this device and shows a fresh one. The desk hears of it only when something is written. */
  beginAgain(event?: ChatEvent): void {
    this.connection.stop();
    this.parts.memory.forget();
    this.ended = undefined;
    this.dispatch({ type: 'began-again', welcome: this.welcome(), ...(event && { event }) });
  }

  write(text: string): void {
    if (text.trim() === '') return;
    this.outbox.add(text.trim());
    if (this.connection.session) this.remember(this.connection.session, true);
    else this.connection.open();
  }

  retry(id: string): void {
    this.outbox.retry(id);
    if (!this.connection.session) this.connection.open();
  }

  discard(id: string): void {
    this.dispatch({ type: 'discarded', id });
  }

  reconnectNow(): void {
    this.connection.retryNow();
  }

  loseConnection(): void {
    this.connection.cut();
  }

  /** Tells the desk something that is no message. @returns whether it has heard it */
  async tell(activity: Activity): Promise<boolean> {
    const { session } = this.connection;
    return session !== undefined && (await this.parts.client.post(session, activity)).kind === 'ok';
  }

  /** Ends the chat. The device forgets it also where the desk cannot be told. */
  async end(): Promise<void> {
    const session = this.connection.session;
    this.over();
    this.look({ kind: 'ended' });
    if (session) await this.parts.client.post(session, { type: 'endOfConversation' });
  }

  async download(format: 'text' | 'json'): Promise<void> {
    const session = this.anySession();
    if (!session) return;
    const outcome = await this.parts.client.transcript(session, format);
    if (outcome.kind === 'ok') {
      this.parts.save(outcome.value, format);
      this.dispatch({ type: 'said', status: { kind: 'downloading' } });
    } else if (outcome.kind === 'gone') this.lose('gone');
    else this.alert('download-failed');
  }

  async deleteNow(): Promise<void> {
    const session = this.anySession();
    if (!session) return;
    this.look({ kind: 'confirm-delete', isBusy: true });
    const outcome = await this.parts.client.deleteChat(session);
    if (outcome.kind === 'ok') {
      const references = referencesIn(this.state.turns);
      this.beginAgain();
      this.look({ kind: 'deleted', references, ...outcome.value });
    } else if (outcome.kind === 'gone') this.lose('gone');
    else {
      this.look({ kind: 'confirm-delete', isBusy: false });
      this.alert('delete-failed');
    }
  }

  leave(): void {
    this.parts.memory.forget();
    this.connection.stop();
    this.parts.goAway();
  }

  /** Another tab has cleared the device: this one lets go of the chat as well, unless it hears that the chat has ended. */
  clearedElsewhere(): void {
    this.parts.timers.after(END_HEARD_WITHIN, () => {
      if (this.connection.session && !this.parts.memory.read()) this.beginAgain('cleared');
    });
  }

  private get state(): ChatState {
    return this.store.state();
  }

  private dispatch(action: ChatAction): void {
    this.store.dispatch(action);
  }

  private alert(kind: 'download-failed' | 'delete-failed'): void {
    this.dispatch({ type: 'alerted', alert: { kind } });
  }

  private over(): void {
    this.ended = this.connection.session;
    this.connection.stop();
    this.parts.memory.forget();
  }

  private refusedAsOver(reason: 'expired' | 'gone' | 'ended'): void {
    if (reason !== 'ended') {
      this.connection.stop();
      this.lose(reason);
      return;
    }
    for (const { id, text } of this.state.outbox) {
      this.dispatch({ type: 'discarded', id });
      this.draft(text);
    }
    this.over();
    this.look({ kind: 'ended' });
  }

  private lose(reason: 'expired' | 'gone' | 'refused'): void {
    this.parts.memory.forget();
    this.ended = undefined;
    this.dispatch({ type: 'lost', reason, welcome: this.welcome() });
  }

  private watchTyping(): void {
    this.stopTyping();
    if (!this.state.isTyping) return;
    this.stopTyping = this.parts.timers.after(TYPING_FOR, () => this.dispatch({ type: 'typing-over' }));
  }

  private remember(session: Session, hasWritten: boolean): void {
    const now = this.parts.timers.now();
    const before = this.parts.memory.read();
    const isSame = before?.conversationId === session.conversationId;
    this.parts.memory.write({ ...session, lastAt: isSame && !hasWritten ? before.lastAt : now });
  }

  private anySession(): Session | undefined {
    return this.connection.session ?? this.ended;
  }

  private welcome(): Turn {
    return { by: 'assistant', key: WELCOME_KEY, text: '', reply: this.parts.welcome };
  }
}
