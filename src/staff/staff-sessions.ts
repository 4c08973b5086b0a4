import { createHash, randomBytes } from 'node:crypto';

import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { SESSION_LIFE, STAFF_SESSIONS, type StaffSession } from './staff-session';

/** The last call is written down no more often than this, in milliseconds. */
const NOTED_EVERY = 60_000;
const BATCH = 100;

/** Who is signed in. A session ends after half an hour without a call, after ten hours, or when it is ended. */
export class StaffSessions {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** Begins one under a new token, whatever the browser had before: nobody can have planted it. */
  async begin(staffId: string): Promise<{ readonly token: string; readonly session: StaffSession }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const session: StaffSession = {
      staffId,
      startedAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      endsAt: new Date(now.getTime() + SESSION_LIFE.whole).toISOString(),
      csrf: randomBytes(16).toString('base64url'),
    };
    await this.store.insert(STAFF_SESSIONS, idOf(token), session);
    return { token, session };
  }

  /** The session of a token; undefined where there is none, or it has ended. */
  async find(token: string): Promise<StaffSession | undefined> {
    const id = idOf(token);
    const stored = await this.store.get(STAFF_SESSIONS, id);
    if (!stored) return undefined;
    const { body, version } = stored;
    const now = this.clock.now();
    const idle = now.getTime() - Date.parse(body.lastSeenAt);
    if (idle > SESSION_LIFE.idle || body.endsAt <= now.toISOString()) {
      await this.store.delete(STAFF_SESSIONS, id);
      return undefined;
    }
    if (idle < NOTED_EVERY) return body;
    const seen = { ...body, lastSeenAt: now.toISOString() };
    // Of two calls at the same time one may lose; the other has noted it then.
    await this.store.replace(STAFF_SESSIONS, id, version, seen);
    return seen;
  }

  async end(token: string): Promise<void> {
    await this.store.delete(STAFF_SESSIONS, idOf(token));
  }

  /** Signs somebody out everywhere: after a new password, and when an account is switched off. */
  async endAll(staffId: string): Promise<void> {
    for (;;) {
      const found = await this.store.find(STAFF_SESSIONS, { index: 'by-staff', equals: { staffId }, limit: BATCH });
      await Promise.all(found.map(({ id }) => this.store.delete(STAFF_SESSIONS, id)));
      if (found.length < BATCH) return;
    }
  }
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
