import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';
import { PASSWORD, SAM, staffOver } from './a-staff';

describe.each(ENGINES)('accounts of staff, on %s', (_, openEngine) => {
  let engine: OpenEngine;
  let clock: ManualClock;
  let staff: ReturnType<typeof staffOver>;

  beforeEach(async () => {
    engine = await openEngine();
    clock = new ManualClock('2090-01-02T10:00:00Z');
    staff = staffOver(engine.store, clock);
  });
  afterEach(() => engine.close());

  const invite = async () => {
    const invited = await staff.accounts.invite(SAM);
    if (typeof invited === 'string') throw new Error(invited);
    return invited;
  };

  it('are none at first, and the first one can set up the others', async () => {
    expect(await staff.accounts.isEmpty()).toBe(true);
    const both = await Promise.all([
      staff.accounts.inviteFirst({ ...SAM, email: 'one@example.org' }),
      staff.accounts.inviteFirst({ ...SAM, email: 'two@example.org' }),
    ]);
    expect(both.filter((outcome) => outcome === 'exists')).toHaveLength(1);
    expect(await staff.accounts.isEmpty()).toBe(false);
    expect((await staff.accounts.get('first'))?.roles).toContain('administrator');
  });

  it('are one for an address, however it is written', async () => {
    await invite();
    expect(await staff.accounts.invite({ ...SAM, email: ' SAM@EXAMPLE.ORG ' })).toBe('exists');
    expect(await staff.accounts.invite({ ...SAM, email: 'sam' })).toBe('no-email');
  });

  it('get their password by a link that is good once', async () => {
    const { id, token } = await invite();
    expect(await staff.accounts.accept(id, 'another token', PASSWORD)).toBe('not-valid');
    expect(await staff.accounts.accept(id, token, PASSWORD)).toBe('done');
    expect(await staff.accounts.accept(id, token, 'another heron umbrella')).toBe('not-valid');
  });

  it('get it by a link that is good for three days', async () => {
    const { id, token } = await invite();
    clock.advance({ days: 3 });
    expect(await staff.accounts.accept(id, token, PASSWORD)).toBe('not-valid');
    const again = await staff.accounts.inviteAgain(id);
    expect(await staff.accounts.accept(id, again ?? '', PASSWORD)).toBe('done');
  });

  it('lose their password with a new link', async () => {
    const id = await staff.addSam();
    await staff.accounts.inviteAgain(id);
    expect((await staff.signIn.withPassword(SAM.email, PASSWORD, '192.0.2.1')).kind).toBe('wrong');
  });

  it('get no link any more once they are off', async () => {
    const id = await staff.addSam();
    await staff.accounts.change(id, (account) => ({ ...account, state: 'off' }));
    expect(await staff.accounts.inviteAgain(id)).toBeUndefined();
  });
});

describe.each(ENGINES)('sessions of staff, on %s', (_, openEngine) => {
  let engine: OpenEngine;
  let clock: ManualClock;
  let staff: ReturnType<typeof staffOver>;

  beforeEach(async () => {
    engine = await openEngine();
    clock = new ManualClock('2090-01-02T10:00:00Z');
    staff = staffOver(engine.store, clock);
  });
  afterEach(() => engine.close());

  it('end after half an hour without a call', async () => {
    const { token } = await staff.sessions.begin('sam');
    clock.advance({ minutes: 29 });
    expect(await staff.sessions.find(token)).toBeDefined();
    clock.advance({ minutes: 29 });
    expect(await staff.sessions.find(token)).toBeDefined();
    clock.advance({ minutes: 31 });
    expect(await staff.sessions.find(token)).toBeUndefined();
  });

  it('end after ten hours, however busy', async () => {
    const { token } = await staff.sessions.begin('sam');
    for (let half = 0; half < 19; half++) {
      clock.advance({ minutes: 30 });
      expect(await staff.sessions.find(token)).toBeDefined();
    }
    clock.advance({ minutes: 30 });
    expect(await staff.sessions.find(token)).toBeUndefined();
  });

  it('are under a new token each, and end when they are ended', async () => {
    const [one, other] = [await staff.sessions.begin('sam'), await staff.sessions.begin('sam')];
    expect(one.token).not.toBe(other.token);
    await staff.sessions.end(one.token);
    expect(await staff.sessions.find(one.token)).toBeUndefined();
    expect(await staff.sessions.find(other.token)).toBeDefined();
    await staff.sessions.endAll('sam');
    expect(await staff.sessions.find(other.token)).toBeUndefined();
  });
});
