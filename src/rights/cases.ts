import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { DocumentStore, StoredDocument } from '../shared/document-store';
import { CASES, type Case, type CaseDocument } from './case';
import { CASE_LIMITS } from './case-limits';
import { retentionOf } from './case-retention';
import { MATTERS, type Matter } from './matter';

/** What was said that makes one case or several. */
export interface Raised {
  readonly matters: readonly Matter[];
  /** Word for word. */
  readonly text: string;
  readonly channel: Case['channel'];
  readonly conversationId?: string;
  /** Of the message, unique among all; the same message raises the same cases. */
  readonly key: string;
  /** When the message came, which may be before a turn that is run again. */
  readonly at: Date;
  /** The case that is being filled in already, when more is raised beside it. */
  readonly family?: string | undefined;
  /** What the message tells beside the matter, by field. */
  readonly told: Readonly<Record<string, string>>;
}

/** A change of a case; the same one where nothing changes. */
export type Change = (before: Case, at: string) => Case;

export interface CasesDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly newReference: () => string;
}

/** Hours after which the team hears of a case whose form was not sent. */
const TELL_TEAM_AFTER = 24;

/** Other writers of the same case that may come between, and references that may be taken; more means something is wrong. */
const MOST_TRIES = 100;

/** All cases, over the document port. When a promise of this class resolves, what was told is safely stored. */
export class Cases {
  constructor(private readonly deps: CasesDependencies) {}

  /** Records what was raised, before anything is asked. Nothing more is recorded of a chat that has raised too much. */
  async record(raised: Raised): Promise<readonly Case[]> {
    const cases: Case[] = [];
    for (const matter of raised.matters) {
      const one = await this.recordOne(raised, matter, raised.family ?? cases[0]?.family);
      if (one) cases.push(one);
    }
    return cases;
  }

  /** What a message raised before, if it came already; in the order of MATTERS. */
  async raisedBy(key: string): Promise<readonly Case[]> {
    const found = await Promise.all(MATTERS.map((matter) => this.deps.store.get(CASES, idOf(key, matter))));
    return found.flatMap((stored) => (stored ? [stored.body] : []));
  }

  async byReference(reference: string): Promise<Case | undefined> {
    return (await this.stored(reference))?.body;
  }

  /** Of one message, and of what was added while it was filled in; the oldest first, and the one that names them. */
  async family(family: string): Promise<readonly Case[]> {
    const found = await this.deps.store.find(CASES, { index: 'by-family', equals: { family }, limit: MOST_TRIES });
    const cases = found.map(({ body }) => body);
    return [
      ...cases.filter(({ reference }) => reference === family),
      ...cases.filter(({ reference }) => reference !== family),
    ];
  }

  /** The newest first. */
  async inConversation(conversationId: string, limit: number): Promise<readonly Case[]> {
    const query = { index: 'by-conversation', equals: { conversationId }, order: 'descending', limit } as const;
    return (await this.deps.store.find(CASES, query)).map(({ body }) => body);
  }

  /** Those of one contact, the newest first. */
  async ofContact(contactKey: string, limit: number): Promise<readonly Case[]> {
    const query = { index: 'by-contact', equals: { contactKey }, order: 'descending', limit } as const;
    return (await this.deps.store.find(CASES, query)).map(({ body }) => body);
  }

  /** Those with something to be done by then, the longest due first. */
  async withToDo(by: Date, limit: number): Promise<readonly Case[]> {
    const range = { upTo: by.toISOString() };
    return (await this.deps.store.find(CASES, { index: 'by-to-do', range, limit })).map(({ body }) => body);
  }

  /**
   * Changes a case by compare-and-set, on what other writers left.
   *
   * @throws AppError `store_unavailable` where there is no such case
   */
  async change(reference: string, change: Change): Promise<Case> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const stored = await this.stored(reference);
      if (!stored) break;
      const changed = change(stored.body, this.deps.clock.now().toISOString());
      if (changed === stored.body) return changed;
      const outcome = await this.deps.store.replace(CASES, stored.id, stored.version, documentOf(changed));
      if (outcome === 'replaced') return changed;
    }
    throw new AppError('store_unavailable', 'the case could not be changed');
  }

  private async stored(reference: string): Promise<StoredDocument<CaseDocument> | undefined> {
    const [found] = await this.deps.store.find(CASES, { index: 'by-reference', equals: { reference }, limit: 1 });
    return found;
  }

  private async recordOne(raised: Raised, matter: Matter, family: string | undefined): Promise<Case | undefined> {
    const { store, newReference } = this.deps;
    const id = idOf(raised.key, matter);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const known = await store.get(CASES, id);
      if (known) return known.body;
      const own = await this.ofChat(raised);
      const again = own.find((one) => isSaidAgain(one, raised, matter, family));
      if (again || own.length >= CASE_LIMITS.cases) return again;
      const made = newCase(raised, matter, { reference: newReference(), family });
      if ((await store.insert(CASES, id, documentOf(made))) === 'inserted') return made;
    }
    throw new AppError('store_unavailable', 'the case could not be recorded');
  }

  private async ofChat({ conversationId }: Raised): Promise<readonly Case[]> {
    return conversationId === undefined ? [] : this.inConversation(conversationId, CASE_LIMITS.cases);
  }
}

/**
 * Whether a case was made by the same words while its form is open: the turn failed after it was recorded, and the person
 * says it once more.
 */
function isSaidAgain(one: Case, { text }: Raised, matter: Matter, family: string | undefined): boolean {
  const isSame = one.matter === matter && one.words[0]?.text === text;
  return isSame && one.state.name === 'incomplete' && (family === undefined || one.family === family);
}

/** The same message raises the same case about a matter. */
const idOf = (key: string, matter: Matter): string => `${key}:${matter}`;

interface Made {
  readonly reference: string;
  readonly family: string | undefined;
}

function newCase({ channel, conversationId, text, key, at: moment, told }: Raised, matter: Matter, made: Made): Case {
  const at = moment.toISOString();
  const tellTeamAt = new Date(moment.getTime() + TELL_TEAM_AFTER * 3_600_000).toISOString();
  return {
    reference: made.reference,
    family: made.family ?? made.reference,
    matter,
    channel,
    ...(conversationId !== undefined && { conversationId }),
    receivedAt: at,
    words: text === '' ? [] : [{ text, at, key }],
    facts: Object.fromEntries(Object.entries(told).map(([field, value]) => [field, { value, at }])),
    passedOver: {},
    state: { name: 'incomplete' },
    timeline: [{ what: 'recorded', at }, ...Object.keys(told).map((about) => ({ what: 'told', at, about }) as const)],
    // The 72 hours of a breach run from the message, also where its form is left.
    toDo: [{ what: 'tell_team', at: matter === 'breach' ? at : tellTeamAt }],
  };
}

function documentOf(body: Case): CaseDocument {
  const [first] = body.toDo.map(({ at }) => at).sort();
  return {
    ...withoutIndexed(body),
    stateName: body.state.name,
    ...(first !== undefined && { toDoAt: first }),
    ...retentionOf(body),
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A case that was read holds what it was found by; a to-do that is done must not leave its time there. */
function withoutIndexed({ ...body }: Case & Partial<Writable<CaseDocument>>): Case {
  delete body.toDoAt;
  delete body.retentionFrom;
  delete body.erasureAt;
  return body;
}
