import { londonDay } from '../../shared/london-day';
import { isDay, type Day } from './calendar-day';

export type ReceivedDay =
  | { readonly accepted: true; readonly receivedOn: Day }
  | { readonly accepted: false; readonly because: 'not_a_day' | 'in_the_future' | 'after_recording' | 'no_reason' };

/**
 * Checks the day that staff set for a request which had reached us before it was recorded: by telephone, by post, or in an
 * earlier message. It can only be earlier. A request that was made later than what was recorded is a case of its own.
 */
export function correctReceivedDay(
  { day, reason }: { readonly day: string; readonly reason: string },
  recordedAt: Date,
  now: Date,
): ReceivedDay {
  if (!isDay(day)) return { accepted: false, because: 'not_a_day' };
  if (day > londonDay(now)) return { accepted: false, because: 'in_the_future' };
  if (day > londonDay(recordedAt)) return { accepted: false, because: 'after_recording' };
  return reason.trim() === '' ? { accepted: false, because: 'no_reason' } : { accepted: true, receivedOn: day };
}
