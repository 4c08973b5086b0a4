import { AppError } from '../shared/app-error';
import { londonDay } from '../shared/london-day';
import type { Notice, NoticeVersion } from './notice';

/**
 * Returns the version of the notice that applies on a day: the latest that has come into force.
 * @throws AppError content_invalid when none applies yet
 */
export function noticeInForce(notice: Notice, date: Date): NoticeVersion {
  const day = londonDay(date);
  const version = notice.versions.findLast(({ inForceFrom }) => inForceFrom <= day);
  if (!version) throw new AppError('content_invalid', `no version of the notice is in force on ${day}`);
  return version;
}
