import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';

/** What somebody who is signed in says of themselves. */
export type AttendanceState = 'taking' | 'busy' | 'away';

interface Attending {
  readonly team: string;
  readonly state: AttendanceState;
  /** ISO time until which it holds, unless their console is heard of again. */
  readonly until: string;
}

/** Keyed by staff id. Documents, so that every process knows of everybody. */
export const ATTENDANCE: Collection<Attending> = {
  name: 'attendance',
  indexes: [
    { name: 'by-team', fields: ['team', 'state', 'until'] },
    { name: 'by-end', fields: ['until'] },
  ],
  expiry: 'until',
  personal: [],
};

/** Milliseconds after the last sign of a console; it gives one every 20 seconds. */
const HOLDS_FOR = 60_000;
const MOST = 500;

/** Who of the staff is there, and takes chats. */
export class Attendance {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** Somebody is there, in this state. */
  async attend(staffId: string, team: string, state: AttendanceState): Promise<void> {
    const until = new Date(this.clock.now().getTime() + HOLDS_FOR).toISOString();
    await changeDocument(this.store, ATTENDANCE, staffId, () => ({ body: { team, state, until }, result: undefined }));
  }

  /** Somebody has signed out. */
  async leave(staffId: string): Promise<void> {
    await this.store.delete(ATTENDANCE, staffId);
  }

  async stateOf(staffId: string): Promise<AttendanceState | 'absent'> {
    const found = (await this.store.get(ATTENDANCE, staffId))?.body;
    return found && found.until > this.clock.now().toISOString() ? found.state : 'absent';
  }

  /** Ids of those of a team who take chats now. */
  async taking(team: string): Promise<readonly string[]> {
    const found = await this.store.find(ATTENDANCE, {
      index: 'by-team',
      equals: { team, state: 'taking' },
      range: { above: this.clock.now().toISOString() },
      limit: MOST,
    });
    return found.map(({ id }) => id);
  }
}
