import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';

/** Somebody has read or changed personal data, or tried to. Entries are added and in the end deleted; never changed. */
export interface AuditEntry {
  readonly at: string;
  /** `setup` before there is any account; `unknown` for somebody who did not sign in. */
  readonly staffId: string;
  /** What was done, as the route names it: "read conversation". */
  readonly what: string;
  /** To what: a reference of a case, or the id of a conversation or of a member of staff. */
  readonly subject?: string;
  readonly outcome: 'done' | 'refused';
  /** Why, where whoever did it had to say so. */
  readonly reason?: string;
}

export const AUDIT: Collection<AuditEntry> = {
  name: 'audit',
  indexes: [
    { name: 'by-time', fields: ['at'] },
    { name: 'by-staff', fields: ['staffId', 'at'] },
    { name: 'by-subject', fields: ['subject', 'at'] },
  ],
  personal: ['reason'],
};

/** Writes down who did what. What could not be written down must not be done: it is awaited before. */
export class Audit {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async write(entry: Omit<AuditEntry, 'at'>): Promise<void> {
    await this.store.insert(AUDIT, randomId(), { at: this.clock.now().toISOString(), ...entry });
  }
}
