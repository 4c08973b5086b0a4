import { AppError } from '../../shared/app-error';
import { severalAttempts } from './several-attempts';

/** One write that can be told from others by a mark which it leaves in the document. */
export interface MarkedWrite {
  /** `refused` when the document was not as the write needs it: it has been there already, or is of another version. */
  attempt(): Promise<'done' | 'refused'>;
  /** Looks for our mark; `unclear` when so much was written since that it may be gone. */
  whose(): Promise<'ours' | 'theirs' | 'unclear'>;
}

/**
 * Does a write once, also when the connection breaks in the middle of it. Nobody knows then whether it was done, so it
 * is tried again: as it needs the document to be as it was before, it cannot be done twice. If it is refused then, the
 * mark tells by whom it was done.
 *
 * @throws AppError `store_unavailable` when the database does not answer, or nobody can tell any more what became of it
 */
export function writeOnce(write: MarkedWrite): Promise<'done' | 'refused'> {
  return severalAttempts('the database did not take a write', async (isRepeated) => {
    const outcome = await write.attempt();
    if (outcome === 'done' || !isRepeated) return outcome;
    const whose = await write.whose();
    if (whose === 'unclear') throw new AppError('store_unavailable', 'the answer to a write got lost');
    return whose === 'ours' ? 'done' : 'refused';
  });
}
