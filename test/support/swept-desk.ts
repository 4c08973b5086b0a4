import type { Hold } from '../../src/retention/hold';
import { closed, sent, told } from '../../src/rights/case-changes';
import type { Case } from '../../src/rights/case';
import type { Closure } from '../../src/rights/closure';
import { contactKeyOf } from '../../src/rights/contact-key';
import type { Matter } from '../../src/rights/matter';
import { CONVERSATIONS } from '../../src/transcript/conversation';
import { ENTRIES } from '../../src/transcript/entry';
import { StaffParts } from '../../src/transcript/staff-parts';
import { Transcripts } from '../../src/transcript/transcripts';
import { LOOKUP_KEY, testRetention, type TestRetention } from './a-retention';
import { ENGINES, openSqlite, sealed, type OpenEngine } from './engines';
import { ManualClock } from './manual-clock';
import { RecordingLogger } from './recording-logger';

export const JO = 'jo@example.org';

/** Every engine, and one on which what is personal is sealed. */
export const STORES = [...ENGINES, ['sealed SQLite', sealed(openSqlite)] as const];

/** Chats, cases and holds as they come about in the service, to be swept at any time. */
export class SweptDesk {
  readonly transcripts: Transcripts;
  readonly staffParts: StaffParts;
  private messages = 0;

  private constructor(
    readonly engine: OpenEngine,
    readonly clock: ManualClock,
    readonly logger: RecordingLogger,
    readonly retention: TestRetention,
  ) {
    this.transcripts = new Transcripts(engine.store, clock);
    this.staffParts = new StaffParts(engine.store, clock);
  }

  static async open(open: () => Promise<OpenEngine>): Promise<SweptDesk> {
    const [engine, clock, logger] = [await open(), new ManualClock('2026-01-05T09:00:00Z'), new RecordingLogger()];
    return new SweptDesk(engine, clock, logger, testRetention({ store: engine.store, clock, logger }));
  }

  async close(): Promise<void> {
    this.retention.remove();
    await this.engine.close();
  }

  say(id: string, part?: 'staff') {
    const activity = { type: 'message', text: 'something' };
    return this.transcripts.append(id, { key: this.newKey(), author: 'tenant', activity, ...(part && { part }) });
  }

  async chat(id: string): Promise<void> {
    await this.transcripts.start(id, 'directline', 'dl_somebody');
    await this.say(id);
  }

  /** A case whose form is not sent. */
  async raise(matter: Matter, conversationId?: string, facts: Readonly<Record<string, string>> = {}): Promise<Case> {
    const { retention, clock } = this;
    const text = 'I want that';
    const said = { matters: [matter], text, channel: 'chat', key: this.newKey(), at: clock.now(), told: {} } as const;
    const [one] = await retention.cases.record({ ...said, ...(conversationId !== undefined && { conversationId }) });
    if (!one) throw new Error('nothing was recorded');
    return retention.cases.change(one.reference, told(facts));
  }

  /** A case of Jo's. */
  async send(matter: Matter, conversationId?: string): Promise<Case> {
    const { reference } = await this.raise(matter, conversationId, { email: JO });
    return this.retention.cases.change(reference, sent([], contactKeyOf(JO, LOOKUP_KEY)));
  }

  end({ reference }: Case, closure: Omit<Closure, 'at'> = { outcome: 'answered' }): Promise<Case> {
    return this.retention.cases.change(reference, closed(closure));
  }

  hold(scope: Hold['scope'], reviewOn: string): Promise<string | undefined> {
    return this.retention.holds.set({ scope, reason: 'legal_claim', matter: 'M1', setBy: 'DPO', reviewOn });
  }

  sweepAt(time: string) {
    this.clock.set(time);
    return this.retention.tally();
  }

  readonly hasChat = async (id: string): Promise<boolean> =>
    (await this.engine.store.get(CONVERSATIONS, id)) !== undefined;

  readonly hasCase = async ({ reference }: Case): Promise<boolean> =>
    (await this.retention.cases.byReference(reference)) !== undefined;

  /** The parts of the entries of a chat, in order. */
  async entriesOf(conversationId: string): Promise<readonly string[]> {
    const query = { index: 'by-sequence', equals: { conversationId }, limit: 100 } as const;
    return (await this.engine.store.find(ENTRIES, query)).map(({ body }) => body.part ?? 'bot');
  }

  private newKey(): string {
    return `key ${(this.messages += 1)}`;
  }
}
