import type { StaffAccount } from '../../src/staff/staff-account';
import { STAFF } from '../../src/staff/staff-account';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';
import { codeOf, PASSWORD, SAM, staffOver } from './a-staff';

const HERE = '192.0.2.1';

describe.each(ENGINES)('signing in, on %s', (_, openEngine) => {
  let engine: OpenEngine;
  let clock: ManualClock;
  let staff: ReturnType<typeof staffOver>;

  beforeEach(async () => {
    engine = await openEngine();
    clock = new ManualClock('2090-01-02T10:00:00Z');
    staff = staffOver(engine.store, clock);
  });
  afterEach(() => engine.close());

  const password = (text = PASSWORD, email: string = SAM.email, address = HERE) =>
    staff.signIn.withPassword(email, text, address);
  const pendingOf = async (): Promise<string> => {
    const asked = await password();
    return asked.kind === 'needs-code' ? asked.pending : '';
  };

  it('takes a password and a code, and gives a session', async () => {
    const id = await staff.addSam();
    const { outcome } = await staff.enrol();

    expect(outcome).toMatchObject({ kind: 'signed-in', staffId: id });
    if (outcome.kind === 'signed-in') expect(await staff.sessions.find(outcome.token)).toMatchObject({ staffId: id });
  });

  it('takes no code twice, not even for another sign-in', async () => {
    await staff.addSam();
    const { secret } = await staff.enrol();
    expect(await staff.signIn.withCode(await pendingOf(), codeOf(secret, clock))).toEqual({ kind: 'wrong' });

    clock.advance({ seconds: 30 });
    expect((await staff.signIn.withCode(await pendingOf(), codeOf(secret, clock))).kind).toBe('signed-in');
  });

  it('shows the secret of a second factor only until it was confirmed', async () => {
    await staff.addSam();
    await staff.enrol();
    expect(await password()).not.toHaveProperty('setUp');
  });

  it('takes five codes at most, and begins with the password again then', async () => {
    await staff.addSam();
    const { secret } = await staff.enrol();
    clock.advance({ minutes: 1 });
    const pending = await pendingOf();
    const wrong = codeOf(secret, clock) === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) expect((await staff.signIn.withCode(pending, wrong)).kind).toBe('wrong');

    expect(await staff.signIn.withCode(pending, codeOf(secret, clock))).toEqual({ kind: 'begin-again' });
  });

  it('waits five minutes for a code', async () => {
    await staff.addSam();
    const { secret } = await staff.enrol();
    clock.advance({ minutes: 1 });
    const pending = await pendingOf();
    clock.advance({ minutes: 5 });
    expect(await staff.signIn.withCode(pending, codeOf(secret, clock))).toEqual({ kind: 'begin-again' });
  });

  it('says the same of a wrong password, an unknown account, one that is off and one that is invited', async () => {
    const id = await staff.addSam();
    await staff.accounts.invite({ ...SAM, email: 'kim@example.org' });

    expect(await password('something else')).toEqual({ kind: 'wrong' });
    expect(await password(PASSWORD, 'nobody@example.org')).toEqual({ kind: 'wrong' });
    expect(await password(PASSWORD, 'kim@example.org')).toEqual({ kind: 'wrong' });
    expect(await password(PASSWORD, 'no address')).toEqual({ kind: 'wrong' });
    await staff.accounts.change(id, (account): StaffAccount => ({ ...account, state: 'off' }));
    expect(await password()).toEqual({ kind: 'wrong' });
  });

  it('locks an account after five wrong passwords, for a quarter of an hour, known or not', async () => {
    await staff.addSam();
    for (const email of [SAM.email, 'nobody@example.org']) {
      for (let tries = 0; tries < 5; tries++)
        expect((await password('wrong', email, `10.0.0.${tries}`)).kind).toBe('wrong');
      expect(await password(PASSWORD, email, '10.0.0.9')).toEqual({ kind: 'locked' });
    }
    clock.advance({ minutes: 16 });
    expect((await password()).kind).toBe('needs-code');
  });

  it('lets no more than five guesses through that come at the same time', async () => {
    await staff.addSam();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_none, n) => password(`guess ${n}`, SAM.email, `10.0.0.${n}`)),
    );
    expect(all.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  });

  it('locks an address that tries many accounts', async () => {
    for (let tries = 0; tries < 30; tries++) await password('wrong', `no-${tries}@`, HERE);
    expect(await password('wrong', 'someone@example.org', HERE)).toEqual({ kind: 'locked' });
    expect((await password('wrong', 'someone@example.org', '198.51.100.7')).kind).toBe('wrong');
  });

  it('keeps neither passwords nor addresses in clear where accounts are looked up', async () => {
    await staff.addSam();
    const [stored] = await engine.store.find(STAFF, { index: 'by-login', limit: 1 });
    expect(stored?.body.passwordHash).toMatch(/^scrypt\$4\$8\$1\$/);
    expect(stored?.body.loginHash).not.toContain('sam');
  });
});
