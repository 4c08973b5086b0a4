import { AppError } from './app-error';

/**
 * What the work gives, if it does so in time. Late work is not stopped: nobody waits for it any more.
 *
 * @throws AppError `turn_timeout`
 */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('turn_timeout', `a turn took over ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
