import { HOLDS, type Hold } from '../../src/retention/hold';
import { OUTBOX, type OutboxMessage } from '../../src/outbox/outbox-message';
import { CASES, type Case } from '../../src/rights/case';
import { retentionOf } from '../../src/rights/case-retention';
import type { Closure } from '../../src/rights/closure';
import { ONE_TIME_CODES, type CodesOfReference } from '../../src/rights/codes-of-reference';
import { contactKeyOf } from '../../src/rights/contact-key';
import { MATTERS } from '../../src/rights/matter';
import { BOT_STATE } from '../../src/bot/document-bot-storage';
import { QUESTIONS_TO_REVIEW } from '../../src/review/question-to-review';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import { endOfDay, londonDay } from '../../src/shared/london-day';
import { CONVERSATIONS, type Conversation } from '../../src/transcript/conversation';
import { activityId, ENTRIES, type Entry } from '../../src/transcript/entry';
import { STAFF_PARTS, type StaffPart, type Tenancy } from '../../src/transcript/staff-part';
import { createRandom } from './random';
import type { Everything } from './slow-retention';

const DAY = 86_400_000;

/** Chats of every class, of every age, with what belongs to them; the same for the same seed and moment. */
export class GeneratedChats implements Everything {
  readonly conversations = new Map<string, Conversation>();
  readonly staffParts = new Map<string, StaffPart>();
  readonly entries = new Map<string, Entry[]>();
  readonly cases = new Map<string, Case>();
  readonly mails = new Map<string, OutboxMessage & { readonly addedAt: string }>();
  readonly codes = new Map<string, CodesOfReference>();
  readonly holds = new Map<string, Hold>();
  private readonly random = createRandom(20261125);

  /**
   * @param now nothing is due within an hour of it, so that a test may take its time
   * @param lookupKey by which contacts are found
   */
  constructor(
    private readonly count: number,
    private readonly now: Date,
    private readonly lookupKey: string,
  ) {
    for (let number = 0; number < count; number++) this.addChat(number);
    for (let number = 0; number < count / 100; number++) this.addHold(number);
  }

  readonly keyOf = (address: string): string => contactKeyOf(address, this.lookupKey) ?? 'none';

  /** Puts everything into a store. */
  async putInto(store: DocumentStore): Promise<void> {
    await insertAll(store, CONVERSATIONS, this.conversations);
    const entries = [...this.entries.values()].flat();
    await insertAll(store, ENTRIES, new Map(entries.map((one) => [activityId(one.conversationId, one.sequence), one])));
    await insertAll(
      store,
      STAFF_PARTS,
      mapped(this.staffParts, (part) => ({ ...part, ...foundBy(part) })),
    );
    const documentOf = (one: Case) => ({ ...one, stateName: one.state.name, ...retentionOf(one) });
    await insertAll(store, CASES, mapped(this.cases, documentOf));
    await insertAll(store, OUTBOX, this.mails);
    await insertAll(store, ONE_TIME_CODES, this.codes);
    await insertAll(
      store,
      HOLDS,
      mapped(this.holds, (hold) => ({ ...hold, stateName: hold.state.name })),
    );
    const ids = [...this.conversations.keys()];
    const states = ids.map((id) => [`directline/conversations/${id}/`, { conversationId: id, state: {} }] as const);
    await insertAll(store, BOT_STATE, new Map(states));
    const shown = { kind: 'off_topic', version: '2023-09' } as const;
    const questions = ids.filter((_id, at) => at % 7 === 0);
    const kept = questions.map((id) => [`${id}|1`, { conversationId: id, at: '', question: 'why', shown }] as const);
    await insertAll(store, QUESTIONS_TO_REVIEW, new Map(kept));
  }

  private addChat(number: number): void {
    const id = `chat-${String(number).padStart(6, '0')}`;
    const dates = [() => this.around('years', 2), () => this.ago(735, 2500), () => this.leapDay()];
    // Most are young; what belongs to old ones is what is due.
    const isOld = this.chance(0.25);
    const lastMessageAt = isOld ? this.pick(dates)() : this.ago(1, 700);
    const startedAt = new Date(Date.parse(lastMessageAt) - 600_000).toISOString();
    this.entries.set(id, []);
    const isGone = this.chance(0.03);
    if (!isGone) this.addConversation(id, startedAt, lastMessageAt);
    if (isGone || this.chance(isOld ? 0.3 : 0.05)) this.addStaffPart(id, lastMessageAt);
    if (this.chance(isOld ? 0.4 : 0.1)) this.addCases(number, id, startedAt);
    if (this.chance(0.05)) this.addCode(id);
    if (this.chance(0.05)) this.addMail(`mail-${id}`, undefined);
  }

  private addCases(number: number, id: string, startedAt: string): void {
    const count = this.pick([1, 2]);
    for (let at = 0; at < count; at++) this.addCase(`${number}-${at}`, this.chance(0.9) ? id : undefined, startedAt);
  }

  private addConversation(id: string, startedAt: string, lastMessageAt: string): void {
    // Of some the last entry came and the conversation was not told of it.
    const lastEntryAt = this.chance(0.02) ? this.ago(1, 300) : lastMessageAt;
    const beingDeleted = this.chance(0.02) ? this.pick(['asked', 'due', 'erasure'] as const) : undefined;
    const chat = { channel: 'directline', userId: `dl_${id}`, startedAt, lastMessageAt };
    this.conversations.set(id, { ...chat, ...(beingDeleted && { beingDeleted }) });
    this.say(id, startedAt, 'assistant');
    this.say(id, lastEntryAt > lastMessageAt ? lastEntryAt : lastMessageAt, 'tenant');
  }

  private addStaffPart(id: string, after: string): void {
    const lastMessageAt = new Date(Date.parse(after) + 300_000).toISOString();
    const tenancy = this.pick<() => Tenancy>([
      () => ({ kind: 'none' }),
      () => ({ kind: 'runs', reviewedAt: this.ago(1, 900) }),
      () => ({ kind: 'ended', endedOn: londonDay(new Date(this.ago(1, 4000))) }),
      () => ({ kind: 'ended', endedOn: londonDay(new Date(this.around('years', 6))) }),
    ])();
    this.staffParts.set(id, { startedAt: after, lastMessageAt, tenancy });
    this.say(id, lastMessageAt, 'tenant', 'staff');
    this.say(id, lastMessageAt, 'assistant', 'staff');
  }

  private say(conversationId: string, at: string, author: Entry['author'], part?: 'staff'): void {
    const entries = this.entries.get(conversationId) ?? [];
    const sequence = entries.length + 1;
    const activity = { type: 'message', text: 'something was said' };
    entries.push({ conversationId, sequence, key: `key ${sequence}`, at, author, activity, ...(part && { part }) });
  }

  private addCase(name: string, conversationId: string | undefined, receivedAt: string): void {
    const matter = this.pick(MATTERS);
    const reference = `R${name}`;
    const facts = this.factsOfCase(receivedAt);
    const isSent = this.chance(0.7);
    const changed = this.pick([() => this.around('months', 3), () => this.ago(100, 900), () => this.ago(1, 80)])();
    const one: Case = {
      reference,
      family: reference,
      matter,
      channel: 'chat',
      receivedAt,
      words: [{ text: 'I want my file', key: reference, at: receivedAt }],
      facts,
      passedOver: {},
      timeline: [{ what: 'recorded', at: changed > receivedAt ? changed : receivedAt }],
      ...(conversationId !== undefined && { conversationId }),
      ...(isSent && facts.email && { contactKey: this.keyOf(facts.email.value) }),
      ...(isSent ? this.endOf(matter, receivedAt) : { state: { name: 'incomplete' } }),
      toDo: [],
    };
    this.cases.set(`key ${name}:${matter}`, one);
    if (this.chance(0.4)) this.addMail(`mail-${reference}`, reference);
  }

  /** Closed, withdrawn, or open. */
  private endOf(matter: Case['matter'], receivedAt: string): Pick<Case, 'state' | 'closure'> {
    const end = this.pick([() => this.ago(1, 3000), () => this.around('years', 3), () => this.around('years', 6)])();
    const state = { name: 'sent', at: receivedAt } as const;
    if (this.chance(0.6)) return { state, closure: this.closureOf(matter, end) };
    return { state: this.chance(0.3) ? { name: 'withdrawn', at: end } : state };
  }

  private factsOfCase(at: string): Case['facts'] {
    const people = Math.max(10, Math.floor(this.count / 40));
    const person = Math.floor(this.random() * people);
    return this.pick<Case['facts']>([
      {},
      { company: { value: 'sng', at } },
      { name: { value: 'Jo', at } },
      { phone: { value: `020 7946 ${String(person).padStart(4, '0').slice(-4)}`, at } },
      { email: { value: `person${person}@example.org`, at } },
      { email: { value: `person${person}@example.org`, at } },
    ]);
  }

  private closureOf(matter: Case['matter'], at: string): Closure {
    const outcome = this.pick(['granted', 'answered', 'granted', 'partly_granted', 'refused'] as const);
    const contested = this.chance(0.1) ? this.pick(['complaint', 'court'] as const) : undefined;
    const chats = matter === 'erasure' && this.chance(0.7) ? this.pick(['to_erase', 'done'] as const) : undefined;
    return { at, outcome, ...(contested && { contested }), ...(chats && { chats }) };
  }

  private addMail(id: string, about: string | undefined): void {
    const addedAt = this.pick([() => this.ago(1, 300), () => this.around('years', 1), () => this.ago(370, 2000)])();
    const rest = { addedAt, attempts: 1, ...(about !== undefined && { about }) };
    const message = { kind: 'mail', to: 'jo@example.org', subject: 'about it', text: 'something' } as const;
    this.mails.set(
      id,
      this.pick<OutboxMessage>([
        { ...rest, state: 'sent', closedAt: addedAt, message: { kind: 'mail' } },
        { ...rest, state: 'stuck', code: 'refused', message },
        { ...rest, state: 'sending', dueAt: addedAt, message },
      ]),
    );
  }

  private addCode(id: string): void {
    const expiresAt = this.pick([() => this.ago(1, 3), () => new Date(this.now.getTime() + DAY).toISOString()])();
    this.codes.set(`code-${id}`, { askedAt: [], wrongAt: [], expiresAt });
  }

  private addHold(number: number): void {
    const setAt = this.ago(1, 100);
    const released = { name: 'released', at: this.ago(0.5, 1), by: 'DPO', why: 'settled' } as const;
    const day = londonDay(new Date(this.ago(700, 2000)));
    const scope = this.pick<() => Hold['scope']>([
      () => ({ kind: 'conversation', id: this.pick([...this.conversations.keys()]) }),
      () => ({ kind: 'case', reference: this.pick([...this.cases.values()]).reference }),
      () => ({ kind: 'contact', key: this.keyOf(`person${number}@example.org`) }),
      () => ({ kind: 'contact', key: this.keyOf(`020 7946 ${String(number).padStart(4, '0')}`) }),
      () => ({ kind: 'days', from: day, to: day }),
    ])();
    const state = this.chance(0.2) ? released : ({ name: 'in_force' } as const);
    const rest = { reason: 'legal_claim', matter: `M${number}`, setBy: 'DPO', setAt, reviewOn: '2027-01-01' } as const;
    this.holds.set(`h${number}`, { scope, ...rest, state });
  }

  /** Between so many days ago. */
  private ago(least: number, most: number): string {
    return new Date(this.now.getTime() - (least + this.random() * (most - least)) * DAY).toISOString();
  }

  /** So long ago, give or take some days, and never within an hour of it. */
  private around(unit: 'years' | 'months', count: number): string {
    const exactly = new Date(this.now);
    if (unit === 'years') exactly.setUTCFullYear(exactly.getUTCFullYear() - count);
    else exactly.setUTCMonth(exactly.getUTCMonth() - count);
    const hours = (3 + this.random() * 120) * (this.chance(0.5) ? 1 : -1);
    return new Date(exactly.getTime() + hours * 3_600_000).toISOString();
  }

  private leapDay(): string {
    return `2024-02-29T${String(Math.floor(this.random() * 24)).padStart(2, '0')}:30:00.000Z`;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)] as T;
  }
}

function foundBy({ tenancy, lastMessageAt }: StaffPart) {
  const ended = tenancy.kind === 'ended' ? endOfDay(tenancy.endedOn).toISOString() : lastMessageAt;
  return { tenancyKind: tenancy.kind, countsFrom: tenancy.kind === 'runs' ? tenancy.reviewedAt : ended };
}

const mapped = <T, R>(all: ReadonlyMap<string, T>, change: (one: T) => R): Map<string, R> =>
  new Map([...all].map(([id, one]) => [id, change(one)]));

async function insertAll<T extends object>(
  store: DocumentStore,
  collection: Collection<T>,
  all: ReadonlyMap<string, T>,
): Promise<void> {
  const documents = [...all];
  for (let at = 0; at < documents.length; at += 5000) {
    const outcomes = documents.slice(at, at + 5000).map(([id, body]) => store.insert(collection, id, body));
    if ((await Promise.all(outcomes)).includes('exists')) throw new Error(`two of one id in ${collection.name}`);
  }
}
