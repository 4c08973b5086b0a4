import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { openSealedSqlite } from '../support/sealed-sqlite';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command, as `npm run outbox` does. */
function outbox(dataDir: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ['dist/src/commands/outbox.js', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
  });
}

/** The store is open all the time, as it is in a service that is running. */
describe('the outbox command', () => {
  let test: TestOutbox;
  beforeEach(async () => {
    test = openOutbox(openSealedSqlite);
    // The command tells the time by the real clock.
    test.clock.set(new Date().toISOString());
    for (const key of ['one', 'two']) await test.outbox.add({ key, ...MAIL });
    await test.sender({ mail: () => Promise.resolve({ kind: 'refused', code: 'smtp_550' }) }).run();
    await test.outbox.add({ key: 'hook', kind: 'webhook', payload: { address: MAIL.to } });
  });
  afterEach(() => test.close());

  const run = (...args: readonly string[]): Promise<Ended> => outbox(test.dataDir, ...args);
  const states = (): string[] =>
    test
      .messages()
      .map(({ state }) => state)
      .sort();
  const stuckIds = async (): Promise<readonly string[]> =>
    [...(await run('status')).out.matchAll(/^ {2}([0-9a-f]{32}) /gm)].map(([, id = '']) => id);
  const deliverAll = (): Promise<void> => {
    test.clock.set(new Date().toISOString());
    const deliver = () => Promise.resolve({ kind: 'delivered' as const });
    return test.sender({ mail: deliver, webhook: deliver }).run();
  };

  it('tells what waits and what is stuck, and nothing of what they say', async () => {
    const { status, out, err } = await run('status');

    expect([status, err]).toEqual([0, '']);
    const [waiting, stuck, ...lines] = out.trimEnd().split('\n');
    expect([waiting, stuck]).toEqual(['waiting: 1, the oldest for 0 minutes', 'stuck: 2']);
    const line = /^ {2}[0-9a-f]{32} {3}mail {3}smtp_550 {3}attempts: 1 {3}added: 20\S+Z$/;
    expect(lines).toEqual([expect.stringMatching(line), expect.stringMatching(line)]);
    expect(out).not.toMatch(/example|K7-4M2|reference/);
  });

  it('has one tried again', async () => {
    const [id = ''] = await stuckIds();

    const { status, out } = await run('retry', id);

    expect([status, out]).toEqual([0, 'done\n']);
    expect(states()).toEqual(['queued', 'queued', 'stuck']);
    await deliverAll();
    expect(states()).toEqual(['sent', 'sent', 'stuck']);
  });

  it('has all that are stuck tried again', async () => {
    const { status, out } = await run('retry', '--all');

    expect([status, out]).toEqual([0, 'tried again: 2\nstuck: 0\n']);
    await deliverAll();
    expect(states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('gives one up for good, with its address and words', async () => {
    const [id = '', other = ''] = await stuckIds();

    expect(await run('drop', id)).toEqual({ status: 0, out: 'done\n', err: '' });

    expect(await stuckIds()).toEqual([other]);
    const dropped = test.messages().find(({ state }) => state === 'dropped');
    expect(dropped?.message).toEqual({ kind: 'mail' });
    expect(await test.outbox.add({ key: 'one', ...MAIL })).toBe('known');
  });

  it('does nothing to one that was sent already, or that there is not', async () => {
    const [id = ''] = await stuckIds();
    await run('retry', id);
    await deliverAll();

    for (const what of ['retry', 'drop']) {
      const said = 'it was sent or dropped already, or is being sent at this moment\n';
      expect(await run(what, id)).toEqual({ status: 1, out: said, err: '' });
      expect(await run(what, 'nothing')).toEqual({ status: 1, out: 'there is no such message\n', err: '' });
    }
    expect(states()).toEqual(['sent', 'sent', 'stuck']);
  });

  it('finds nothing where the service has never been', async () => {
    const nowhere = join(test.dataDir, 'nowhere');

    expect(await outbox(nowhere, 'status')).toEqual({
      status: 1,
      out: '',
      err: `there is no database in ${nowhere}\n`,
    });
  });

  it.each([
    [],
    ['status', 'x'],
    ['retry'],
    ['drop'],
    ['drop', '--all'],
    ['retry', 'a', 'b'],
    ['retry', 'a', '--all'],
    ['send'],
  ])('does not know "%s %s %s"', async (...args) => {
    const { status, out, err } = await run(...args);

    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('--help shows how to ask.');
  });

  it('explains itself on request', async () => {
    const { status, out } = await run('--help');

    expect(status).toBe(0);
    expect(out).toContain('retry --all');
  });
});
