import type { Hold } from '../../src/retention/hold';
import type { Case } from '../../src/rights/case';
import type { Conversation } from '../../src/transcript/conversation';
import type { Entry } from '../../src/transcript/entry';
import type { StaffPart } from '../../src/transcript/staff-part';

/**
 * What is due, worked out slowly and plainly from everything there is: written from the rules alone, without the schedule,
 * the dates and the look-ups of the product, to compare the product with.
 */
export interface Everything {
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly staffParts: ReadonlyMap<string, StaffPart>;
  /** By conversation. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** By id of document. */
  readonly cases: ReadonlyMap<string, Case>;
  readonly mails: ReadonlyMap<
    string,
    { readonly addedAt: string; readonly about?: string | undefined; readonly state: string }
  >;
  readonly codes: ReadonlyMap<string, { readonly expiresAt: string }>;
  readonly holds: ReadonlyMap<string, Hold>;
  /** Keyed hash of a contact. */
  readonly keyOf: (address: string) => string;
}

/** Lines of "what class id", as of the dry run. */
export function slowlyDue(all: Everything, now: Date): Set<string> {
  const rules = new Rules(all, now);
  return new Set([
    ...dueChats(all, rules),
    ...dueStaffParts(all, rules),
    ...dueCases(all, rules),
    ...dueRest(all, rules, now),
  ]);
}

function* dueChats({ conversations }: Everything, rules: Rules): Generator<string> {
  for (const [id, chat] of conversations) {
    const isWanted = chat.beingDeleted !== undefined || rules.isErased(id, chat);
    if (!isWanted && !rules.isOld(rules.lastSaid(id, chat), 2, 'years')) continue;
    yield `${rules.fate(rules.ofChat(id, chat), 'delete')} bot_conversation ${id}`;
  }
}

function* dueStaffParts({ staffParts }: Everything, rules: Rules): Generator<string> {
  for (const [id, part] of staffParts) {
    const recordClass = part.tenancy.kind === 'none' ? 'staff_part_without_tenancy' : 'staff_part_of_tenancy';
    if (rules.isStaffPartOver(part)) yield `${rules.fate(rules.ofChat(id, part), 'delete')} ${recordClass} ${id}`;
  }
}

function* dueCases({ cases }: Everything, rules: Rules): Generator<string> {
  for (const one of cases.values()) {
    const recordClass = rules.classOver(one);
    if (recordClass === undefined) continue;
    yield `${rules.fate(rules.ofCase(one), 'anonymise')} ${recordClass} ${one.reference}`;
  }
}

function* dueRest({ mails, codes }: Everything, rules: Rules, now: Date): Generator<string> {
  for (const [id, { addedAt, about, state }] of mails) {
    if (state === 'sending' || !rules.isOld(addedAt, 1, 'years')) continue;
    const one = about === undefined ? undefined : rules.named(about);
    yield `${one ? rules.fate(rules.ofCase(one), 'delete') : 'delete'} mail ${id}`;
  }
  for (const [id, { expiresAt }] of codes) if (new Date(expiresAt) <= now) yield `delete one_time_code ${id}`;
}

/** What something has to do with. */
interface Ties {
  readonly chat: string | undefined;
  readonly cases: readonly Case[];
  readonly from: string;
  readonly to: string;
}

class Rules {
  private readonly byChat = new Map<string, Case[]>();
  private readonly byReference = new Map<string, Case>();
  private readonly freezing: readonly Case[];
  private readonly erasing: readonly Case[];

  constructor(
    private readonly all: Everything,
    private readonly now: Date,
  ) {
    const cases = [...all.cases.values()];
    for (const one of cases) {
      this.byReference.set(one.reference, one);
      const chat = one.conversationId ?? '';
      if (chat !== '') this.byChat.set(chat, [...(this.byChat.get(chat) ?? []), one]);
    }
    this.freezing = cases.filter((one) => this.isFreezing(one));
    this.erasing = cases.filter(({ closure }) => closure?.chats === 'to_erase');
  }

  isOld(from: string, count: number, unit: 'years' | 'months'): boolean {
    return later(new Date(from), count, unit) <= this.now;
  }

  /** The last thing said with the assistant, whatever the conversation remembers. */
  lastSaid(id: string, chat: Conversation): string {
    const said = (this.all.entries.get(id) ?? []).filter(({ part }) => part !== 'staff').map(({ at }) => at);
    return [...said, chat.lastMessageAt].sort().at(-1) ?? '';
  }

  isErased(id: string, chat: Conversation): boolean {
    return this.erasing.some((one) => {
      const granted = one.closure?.at ?? '';
      if (chat.startedAt > granted) return false;
      const others = this.byChat.get(id) ?? [];
      const isSame = others.some(({ contactKey }) => contactKey !== undefined && contactKey === one.contactKey);
      return one.conversationId === id || isSame;
    });
  }

  isStaffPartOver({ tenancy, lastMessageAt }: StaffPart): boolean {
    if (tenancy.kind === 'runs') return false;
    if (tenancy.kind === 'none') return this.isOld(lastMessageAt, 2, 'years');
    return this.isOld(midnightAfter(tenancy.endedOn), 6, 'years');
  }

  classOver(one: Case): string | undefined {
    const { matter, state, closure } = one;
    const end = closure?.at ?? (state.name === 'withdrawn' ? state.at : undefined);
    if (end === undefined) return this.isAbandoned(one) ? 'abandoned_request' : undefined;
    const recordClass = OF_MATTER[matter] ?? requestClass(one);
    return this.isOld(end, recordClass === 'request' ? 3 : 6, 'years') ? recordClass : undefined;
  }

  private isAbandoned({ matter, state, facts, timeline, receivedAt }: Case): boolean {
    if (state.name === 'sent' || matter === 'complaint' || matter === 'breach') return false;
    if (['email', 'phone', 'post', 'collect', 'name', 'place'].some((fact) => facts[fact] !== undefined)) return false;
    return this.isOld([receivedAt, ...timeline.map(({ at }) => at)].sort().at(-1) ?? '', 3, 'months');
  }

  named(reference: string): Case | undefined {
    return this.byReference.get(reference);
  }

  ofChat(chat: string, { startedAt, lastMessageAt }: Pick<Conversation, 'startedAt' | 'lastMessageAt'>): Ties {
    return { chat, cases: this.byChat.get(chat) ?? [], from: startedAt, to: lastMessageAt };
  }

  ofCase(one: Case): Ties {
    const chat = one.conversationId;
    const cases = [one, ...(chat === undefined ? [] : (this.byChat.get(chat) ?? []))];
    return { chat, cases, from: one.receivedAt, to: one.timeline.at(-1)?.at ?? one.receivedAt };
  }

  fate(ties: Ties, otherwise: string): string {
    if ([...this.all.holds.values()].some((hold) => hold.state.name === 'in_force' && this.isHeld(ties, hold)))
      return 'held';
    const contacts = this.contactsOf(ties);
    const isFrozen = this.freezing.some((one) => {
      return ties.cases.includes(one) || (one.contactKey !== undefined && contacts.has(one.contactKey));
    });
    return isFrozen ? 'frozen' : otherwise;
  }

  private contactsOf({ cases }: Ties): ReadonlySet<string> {
    const told = cases.flatMap(({ facts }) => [facts.email?.value, facts.phone?.value]);
    const keys = told.flatMap((address) => (address === undefined ? [] : [this.all.keyOf(address)]));
    return new Set([...keys, ...cases.flatMap(({ contactKey }) => contactKey ?? [])]);
  }

  private isHeld(ties: Ties, { scope }: Hold): boolean {
    if (scope.kind === 'conversation') return ties.chat === scope.id;
    if (scope.kind === 'case') return ties.cases.some(({ reference }) => reference === scope.reference);
    if (scope.kind === 'contact') return this.contactsOf(ties).has(scope.key);
    return dayInLondon(ties.from) <= scope.to && dayInLondon(ties.to) >= scope.from;
  }

  private isFreezing(one: Case): boolean {
    const { matter, state, closure } = one;
    if (matter !== 'access' && matter !== 'complaint') return false;
    if (closure) return !this.isOld(closure.at, 3, 'months');
    return state.name !== 'withdrawn' && !this.isAbandoned(one);
  }
}

const OF_MATTER: Readonly<Partial<Record<Case['matter'], string>>> = {
  complaint: 'complaint',
  breach: 'breach_report',
};

function requestClass({ closure }: Case): string {
  const isRefused = closure?.outcome === 'refused' || closure?.outcome === 'partly_granted';
  return isRefused || closure?.contested !== undefined ? 'disputed_request' : 'request';
}

const IN_LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Year, month, day, hour, minute and second as a clock in London shows them. */
function onTheClock(moment: Date): readonly number[] {
  const parts = Object.fromEntries(IN_LONDON.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) => parts[name] ?? 0);
}

const dayInLondon = (at: string): string => {
  const [year = 0, month = 0, day = 0] = onTheClock(new Date(at));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The moment at which clocks in London show this; the later one where none does. */
function whenClockShows(year: number, month: number, day: number, time: readonly number[]): Date {
  const [hour = 0, minute = 0, second = 0, ms = 0] = time;
  const inWinter = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const inSummer = new Date(inWinter - 3_600_000);
  return onTheClock(inSummer)[3] === hour ? inSummer : new Date(inWinter);
}

function later(from: Date, count: number, unit: 'years' | 'months'): Date {
  const [year = 0, month = 1, day = 1, ...time] = onTheClock(from);
  const months = year * 12 + (month - 1) + (unit === 'years' ? 12 * count : count);
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const daysInMonth = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return whenClockShows(newYear, newMonth, Math.min(day, daysInMonth), [...time, from.getUTCMilliseconds()]);
}

function midnightAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1, date + 1));
  return whenClockShows(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate(), [0, 0, 0, 0]).toISOString();
}
