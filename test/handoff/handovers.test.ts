import { Handovers } from '../../src/handoff/handovers';
import { claim, leaveQueue, queue, type Asked } from '../../src/handoff/queue-steps';
import { close, endChat, handBack, said, transfer } from '../../src/handoff/staff-steps';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';
import { KIM, realHandoverRules, SAM } from './a-handover';

const rules = realHandoverRules();
const ASKED: Asked = { why: 'asked', team: 'customers', isUrgent: false, by: 'tenant' };

describe.each(ENGINES)('handovers on %s', (_, openEngine) => {
  let engine: OpenEngine;
  let clock: ManualClock;
  let handovers: Handovers;

  beforeEach(async () => {
    engine = await openEngine();
    clock = new ManualClock('2026-11-25T10:00:00Z');
    handovers = new Handovers(engine.store, clock, rules);
  });
  afterEach(() => engine.close());

  const ask = (id: string, asked: Partial<Asked> = {}) => handovers.change(id, queue({ ...ASKED, ...asked }, rules));
  const take = (id: string, staff = SAM) => handovers.change(id, claim(staff, 'customers', rules));
  const fenceOf = async (id: string) => (await handovers.of(id)).fence;
  const whatHappened = async (id: string) => (await handovers.of(id)).events.map(({ what }) => what);

  describe('a chat that nobody handed over', () => {
    it('is the assistant’s', async () => {
      expect(await handovers.ownerOf('a')).toEqual({ kind: 'bot' });
      expect(await handovers.place('a')).toBeUndefined();
    });

    it('can be taken by staff, without anybody asking', async () => {
      await take('a');
      expect(await handovers.of('a')).toMatchObject({
        owner: { kind: 'staff', staff: SAM },
        events: [{ what: 'claimed', why: 'taken' }],
      });
    });

    it('cannot leave a queue, be handed back or be closed', async () => {
      for (const step of [leaveQueue, handBack('sam', 0), close('sam', 0), endChat])
        expect(await handovers.change('a', step)).toMatchObject({ kind: 'refused', why: 'with_bot' });
      expect(await whatHappened('a')).toEqual([]);
    });
  });

  describe('the queue', () => {
    it('has urgent chats first, then possible breaches, then the longest wait', async () => {
      await ask('first');
      clock.advance({ minutes: 1 });
      await ask('second');
      clock.advance({ minutes: 1 });
      await ask('breach', { why: 'breach' });
      clock.advance({ minutes: 1 });
      await ask('urgent', { isUrgent: true });

      expect((await handovers.queue(10)).map(({ conversationId }) => conversationId)).toEqual([
        'urgent',
        'breach',
        'first',
        'second',
      ]);
      expect(await handovers.place('second')).toBe(4);
    });

    it('counts only those before one that wait for the same team', async () => {
      await ask('other', { team: 'privacy' });
      clock.advance({ minutes: 1 });
      await ask('mine');

      expect(await handovers.place('mine')).toBe(1);
      expect((await handovers.queue(10, 'privacy')).map(({ conversationId }) => conversationId)).toEqual(['other']);
    });

    it('keeps the place of one who asks again', async () => {
      await ask('a');
      clock.advance({ minutes: 5 });

      expect(await ask('a')).toMatchObject({ kind: 'refused', why: 'already_waiting' });
      expect(await handovers.ownerOf('a')).toMatchObject({ since: '2026-11-25T10:00:00.000Z' });
    });

    it('is left when the tenant wants that, and entered again later', async () => {
      await ask('a');
      await handovers.change('a', leaveQueue);
      expect(await handovers.queue(10)).toEqual([]);

      await ask('a');
      expect(await handovers.place('a')).toBe(1);
    });
  });

  describe('two who take the same chat', () => {
    it('at once: one has it, and the other is told who', async () => {
      await ask('a');
      const both = await Promise.all([take('a', SAM), take('a', KIM)]);

      const won = both.find(({ kind }) => kind === 'done');
      const lost = both.find(({ kind }) => kind === 'refused');
      expect(lost).toMatchObject({ why: 'with_staff', handover: { owner: won?.handover.owner } });
      expect(await whatHappened('a')).toEqual(['queued', 'claimed']);
    });

    it('at once, of fifty: exactly one', async () => {
      await ask('a');
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => take('a', { id: `staff-${n}`, displayName: `${n}` })),
      );
      expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    });

    it('one after the other by the same person: it is theirs, once', async () => {
      await ask('a');
      await take('a');
      expect((await take('a')).kind).toBe('done');
      expect(await whatHappened('a')).toEqual(['queued', 'claimed']);
    });
  });

  describe('who has a chat', () => {
    beforeEach(async () => {
      await ask('a');
      clock.advance({ minutes: 4 });
      await take('a');
    });

    it('finds it among theirs, with how long the tenant had waited', async () => {
      expect(await handovers.ofStaff('sam', 10)).toEqual(['a']);
      expect((await handovers.of('a')).events.at(-1)).toMatchObject({ what: 'claimed', waited: 240_000 });
    });

    it('hands it back, and no one else can', async () => {
      const fence = await fenceOf('a');
      expect(await handovers.change('a', handBack('kim', fence))).toMatchObject({ why: 'not_yours' });
      expect(await handovers.change('a', handBack('sam', fence))).toMatchObject({ kind: 'done' });
      expect(await handovers.ownerOf('a')).toEqual({ kind: 'bot' });
    });

    it('passes it on to a person, whom nobody overtakes, and the tenant’s wait counts from its begin', async () => {
      await handovers.change('a', transfer(SAM, await fenceOf('a'), { team: 'privacy', staffId: 'kim' }, rules));

      expect(await take('a', SAM)).toMatchObject({ why: 'for_somebody_else' });
      expect((await take('a', KIM)).kind).toBe('done');
      expect(await whatHappened('a')).toEqual(['queued', 'claimed', 'transferred', 'claimed']);
    });

    it('does nothing by what they saw before somebody else had it', async () => {
      const old = await fenceOf('a');
      await handovers.change('a', transfer(SAM, old, { team: 'privacy' }, rules));
      await take('a', KIM);
      await handovers.change('a', transfer(KIM, await fenceOf('a'), { team: 'customers' }, rules));
      await take('a', SAM);

      expect(await handovers.change('a', handBack('sam', old))).toMatchObject({ why: 'moved_on' });
    });

    it('loses it when the tenant ends the chat', async () => {
      expect((await handovers.change('a', endChat)).kind).toBe('done');
      expect(await handovers.ofStaff('sam', 10)).toEqual([]);
    });
  });

  describe('the same chat again', () => {
    it('goes from the assistant to a person, back, and to a person once more', async () => {
      for (const staff of [SAM, KIM]) {
        await ask('a');
        await take('a', staff);
        await handovers.change('a', handBack(staff.id, await fenceOf('a')));
      }
      expect(await whatHappened('a')).toEqual(['queued', 'claimed', 'handed_back', 'queued', 'claimed', 'handed_back']);
      expect(await fenceOf('a')).toBe(6);
    });
  });

  describe('time', () => {
    const minutes = (count: number) => clock.advance({ minutes: count });
    const runDue = async () => {
      for (const id of await handovers.due(10)) await handovers.runTimer(id);
    };

    it('ends a wait for which nobody came, and not before', async () => {
      await ask('a');
      minutes(29);
      await runDue();
      expect((await handovers.ownerOf('a')).kind).toBe('waiting');
      minutes(1);
      await runDue();
      expect(await handovers.of('a')).toMatchObject({ owner: { kind: 'bot' }, events: [{}, { what: 'given_up' }] });
    });

    it('puts a chat back to where it waited when who took it says nothing', async () => {
      await ask('a');
      minutes(5);
      await take('a');
      await ask('b');
      minutes(10);
      await runDue();

      expect(await whatHappened('a')).toEqual(['queued', 'claimed', 'requeued']);
      expect((await handovers.queue(10)).map(({ conversationId }) => conversationId)).toEqual(['a', 'b']);
    });

    it('warns a tenant who says nothing, and ends the part with the person two minutes later', async () => {
      await take('a');
      await handovers.change('a', said('staff', rules));
      minutes(18);
      await runDue();
      expect((await handovers.of('a')).events.at(-1)).toMatchObject({ what: 'warned' });
      minutes(2);
      await runDue();
      expect((await handovers.of('a')).events.at(-1)).toMatchObject({ what: 'closed', why: 'tenant_gone' });
    });

    it('begins anew for each side when the other says something', async () => {
      await take('a');
      await handovers.change('a', said('staff', rules));
      minutes(17);
      await handovers.change('a', said('tenant', rules));
      minutes(9);
      await handovers.change('a', said('staff', rules));
      minutes(17);
      await runDue();
      expect((await handovers.ownerOf('a')).kind).toBe('staff');
    });

    it('is run once by two processes', async () => {
      await ask('a');
      minutes(30);
      await Promise.all([handovers.runTimer('a'), handovers.runTimer('a')]);
      expect(await whatHappened('a')).toEqual(['queued', 'given_up']);
    });
  });
});
