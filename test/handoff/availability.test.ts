import { Attendance } from '../../src/handoff/attendance';
import { availabilityOf } from '../../src/handoff/availability';
import { ClaimedWaits } from '../../src/handoff/claimed-waits';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';
import { realHandoverRules } from './a-handover';

/** A Wednesday after the real time: MongoDB deletes by its own clock what is over. */
const WEDNESDAY = '2090-01-04T10:00:00Z';

describe.each(ENGINES)('on %s', (_, openEngine) => {
  let engine: OpenEngine;
  let clock: ManualClock;
  let attendance: Attendance;

  beforeEach(async () => {
    engine = await openEngine();
    clock = new ManualClock(WEDNESDAY);
    attendance = new Attendance(engine.store, clock);
  });
  afterEach(() => engine.close());

  const available = (holidays: readonly string[] = []) =>
    availabilityOf('privacy', { clock, rules: realHandoverRules(), attendance, holidays: new Set(holidays) });

  describe('whether somebody can take a chat', () => {
    it('is yes while one of the team takes chats within the hours', async () => {
      await attendance.attend('sam', 'privacy', 'taking');
      expect(await available()).toEqual({ kind: 'open', until: new Date('2090-01-04T17:00:00Z') });
    });

    it.each(['busy', 'away'] as const)('is no while everybody is %s', async (state) => {
      await attendance.attend('sam', 'privacy', state);
      expect(await available()).toEqual({ kind: 'nobody' });
    });

    it('is no while only another team is there', async () => {
      await attendance.attend('sam', 'customers', 'taking');
      expect(await available()).toEqual({ kind: 'nobody' });
    });

    it('is no a minute after the last sign of a console', async () => {
      await attendance.attend('sam', 'privacy', 'taking');
      clock.advance({ seconds: 60 });
      expect(await available()).toEqual({ kind: 'nobody' });
      expect(await attendance.stateOf('sam')).toBe('absent');
    });

    it('is no after the hours, whoever is there', async () => {
      clock.set('2090-01-04T17:00:00Z');
      await attendance.attend('sam', 'privacy', 'taking');
      expect(await available()).toEqual({ kind: 'closed', opens: new Date('2090-01-05T09:00:00Z') });
    });

    it('is no on a bank holiday', async () => {
      await attendance.attend('sam', 'privacy', 'taking');
      expect(await available(['2090-01-04'])).toMatchObject({ kind: 'closed' });
    });

    it('is no once they have signed out', async () => {
      await attendance.attend('sam', 'privacy', 'taking');
      await attendance.leave('sam');
      expect(await available()).toEqual({ kind: 'nobody' });
    });
  });

  describe('how long people wait', () => {
    const minutes = async (...waits: readonly number[]) => {
      const measured = new ClaimedWaits(engine.store, clock);
      for (const wait of waits) await measured.add('privacy', wait * 60_000);
      return measured;
    };

    it('is told as the median of the last hour', async () => {
      expect(await (await minutes(2, 30, 6)).minutes('privacy')).toBe(6);
    });

    it('is not told where too few were taken, or only by another team', async () => {
      const measured = await minutes(2, 3);
      expect(await measured.minutes('privacy')).toBeUndefined();
      await measured.add('customers', 60_000);
      expect(await measured.minutes('privacy')).toBeUndefined();
    });

    it('is not told by what was more than an hour ago', async () => {
      const measured = await minutes(2, 3, 4);
      clock.advance({ minutes: 60 });
      expect(await measured.minutes('privacy')).toBeUndefined();
    });

    it('is a minute at least', async () => {
      expect(await (await minutes(0, 0, 0)).minutes('privacy')).toBe(1);
    });
  });
});
