import { AsyncLocalStorage } from 'node:async_hooks';

import { AppError } from './app-error';

/** The right of this process to be at work on something. It may end at any moment, without the work noticing. */
export interface Lease {
  isHeld(): boolean;
}

const leases = new AsyncLocalStorage<Lease>();

/** Does work that may write only as long as the lease is held, in all its parts. */
export function underLease<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  return leases.run(lease, work);
}

/** For what is started in a turn and goes on after it: it stands on no lease, and has to bear that others do the same. */
export function outsideOfTurns<T>(work: () => T): T {
  return leases.exit(work);
}

/** @throws AppError `lease_lost` inside work whose lease is not held any more */
export function checkLease(): void {
  if (leases.getStore()?.isHeld() === false) {
    throw new AppError('lease_lost', 'another process may be at work on this by now');
  }
}
