import { isInterruption, unavailable } from './store-failure';

/** Milliseconds before the second attempt, and the ones after it. */
const PAUSES = [20, 200, 1000] as const;

/** Milliseconds after which no new attempt is begun. */
const PATIENCE = 8000;

/**
 * Does something again when the connection breaks in the middle of it.
 *
 * @param act is told whether an earlier attempt may have been done
 * @param failure said when the last attempt fails, or the database refuses
 * @throws AppError `store_unavailable`
 */
export async function severalAttempts<R>(failure: string, act: (isRepeated: boolean) => PromiseLike<R>): Promise<R> {
  const begun = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await act(attempt > 0);
    } catch (error) {
      const pause = PAUSES[attempt];
      const isOver = pause === undefined || performance.now() - begun > PATIENCE;
      if (isOver || !isInterruption(error)) throw unavailable(failure, error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
