import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { endOfDay } from '../shared/london-day';
import { STAFF_PARTS, type StaffPart, type StaffPartDocument, type Tenancy } from './staff-part';

/** The parts of chats in which staff speak. */
export class StaffParts {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** To be called at a handover, before the first entry of the part: without it nobody would ever delete them. */
  async begin(conversationId: string, who: 'tenant' | 'other'): Promise<void> {
    const now = this.clock.now().toISOString();
    const tenancy: Tenancy = who === 'tenant' ? { kind: 'runs', reviewedAt: now } : { kind: 'none' };
    await this.store.insert(STAFF_PARTS, conversationId, toDocument({ startedAt: now, lastMessageAt: now, tenancy }));
  }

  async get(conversationId: string): Promise<StaffPart | undefined> {
    return (await this.store.get(STAFF_PARTS, conversationId))?.body;
  }

  /** Moves the time of its last message. Nothing where the part is gone. */
  said(conversationId: string, at: Date): Promise<'changed' | 'unknown'> {
    const lastMessageAt = at.toISOString();
    return this.change(conversationId, (part) => ({ ...part, lastMessageAt }));
  }

  /** What is known of the tenancy now: that it ended, that it runs and somebody has looked, that there is none. */
  setTenancy(conversationId: string, tenancy: Tenancy): Promise<'changed' | 'unknown'> {
    return this.change(conversationId, (part) => ({ ...part, tenancy }));
  }

  private change(id: string, change: (part: StaffPart) => StaffPart): Promise<'changed' | 'unknown'> {
    return changeDocument<StaffPartDocument, 'changed' | 'unknown'>(this.store, STAFF_PARTS, id, (stored) =>
      stored ? { body: toDocument(change(stored)), result: 'changed' } : { result: 'unknown' },
    );
  }
}

function toDocument({ startedAt, lastMessageAt, tenancy }: StaffPart): StaffPartDocument {
  return {
    startedAt,
    lastMessageAt,
    tenancy,
    tenancyKind: tenancy.kind,
    countsFrom: countsFrom(tenancy, lastMessageAt),
  };
}

function countsFrom(tenancy: Tenancy, lastMessageAt: string): string {
  if (tenancy.kind === 'none') return lastMessageAt;
  return tenancy.kind === 'runs' ? tenancy.reviewedAt : endOfDay(tenancy.endedOn).toISOString();
}
