import type { Turns } from '../shared/turns';

/**
 * Finishes the turns that other processes left behind, or that this one was cut off in. Tried again the next time where it
 * fails, and none holds up another.
 *
 * @throws the first failure, when all else is done
 */
export async function finishCutOff(
  turns: Pick<Turns, 'cutOff'>,
  finish: (conversationId: string) => Promise<void>,
): Promise<void> {
  const outcomes = await Promise.allSettled((await turns.cutOff()).map(finish));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
