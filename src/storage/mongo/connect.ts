import { createConnection, type Connection } from 'mongoose';

import { unavailable } from './store-failure';

/**
 * Connects to the database that a MONGODB_URI names.
 *
 * Writes are acknowledged when most servers of the set have them in their journals, and reads come from the primary and
 * show only what most have: what anybody has been shown is not lost when a server is. Whatever the URI says of these
 * does not count.
 *
 * @throws AppError `store_unavailable`, which tells nothing of the URI
 */
export async function connect(uri: string): Promise<Connection> {
  try {
    return await createConnection(uri, {
      autoCreate: false,
      autoIndex: false,
      bufferCommands: false,
      ignoreUndefined: true,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: WRITE_LIMIT },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      ...LIMITS,
    }).asPromise();
  } catch (error) {
    throw unavailable('the database of MONGODB_URI cannot be used', error);
  }
}

/** Milliseconds that most servers of the set get to take a write. */
const WRITE_LIMIT = 4000;

/** Milliseconds that the server may take for a read. */
export const READ_LIMIT = 4000;

/** Milliseconds. A turn has 15 seconds, and needs the last of them to say that something went wrong. */
const LIMITS = {
  connectTimeoutMS: 3000,
  serverSelectionTimeoutMS: 4000,
  /** Until a connection of the pool is free. */
  waitQueueTimeoutMS: 4000,
  /** Without a byte from the server: more than it may take itself. */
  socketTimeoutMS: 5000,
  /** Between two looks at whether the servers are there. */
  heartbeatFrequencyMS: 5000,
};
