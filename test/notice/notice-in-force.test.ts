import { noticeInForce } from '../../src/notice/notice-in-force';
import { AppError } from '../../src/shared/app-error';
import { aNotice } from '../support/notices';

describe('the notice in force', () => {
  const notice = aNotice();

  it.each([
    ['2024-01-15T00:00:00Z', '2024-01', 'from midnight of its first day, in winter'],
    ['2025-06-30T22:59:59Z', '2024-01', 'until the last second before the next, in summer time'],
    ['2025-06-30T23:00:00Z', '2025-07', 'from midnight in London, which in summer is 23:00 the day before elsewhere'],
    ['2030-01-01T12:00:00Z', '2025-07', 'for as long as no other follows; a draft does not'],
  ])('on %s is %s: %s', (time, version) => {
    expect(noticeInForce(notice, new Date(time)).version).toBe(version);
  });

  it('is a failure of the content before the first version', () => {
    const before = new Date('2024-01-14T23:59:59Z');

    expect(() => noticeInForce(notice, before)).toThrow(AppError);
    expect(() => noticeInForce(notice, before)).toThrow('no version of the notice is in force on 2024-01-14');
  });
});
