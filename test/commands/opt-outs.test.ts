import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SuppressionList, type OptOutSubject } from '../../src/opt-outs/suppression-list';
import { ManualClock } from '../support/manual-clock';
import { openSealedSqlite, type ClosableStore } from '../support/sealed-sqlite';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command, as `npm run opt-outs` does. */
function optOuts(dataDir: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    const child = spawn(process.execPath, ['dist/src/commands/opt-outs.js', ...args], { env });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject).on('close', (status) => {
      resolve({ status, out: Buffer.concat(out).toString('utf8'), err });
    });
  });
}

describe('the suppression list as a CSV file', () => {
  let dataDir: string;
  let store: ClosableStore;
  let list: SuppressionList;

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    // Stays open, as it is while the service is running.
    store = openSealedSqlite(dataDir);
    list = new SuppressionList({ store, clock: new ManualClock('2026-11-28T09:00:00Z'), key: 'a key' });
  });
  afterAll(() => {
    store.close();
    rmSync(dataDir, { recursive: true });
  });

  it('is its head alone where nobody has opted out', async () => {
    expect(await optOuts(dataDir, '--csv')).toEqual({
      status: 0,
      out: '\ufeffscope,channel,address,since,reference\r\n',
      err: '',
    });
  });

  it('has every opt-out in force, the earliest first, and no cell that a spreadsheet runs (edge case 67)', async () => {
    const record = async (day: number, subject: OptOutSubject): Promise<void> => {
      await list.suppress(subject, { since: `2026-11-${day}T09:00:00.000Z`, reference: '7K4M-2QQ' });
    };
    await record(25, { scope: 'photos', channel: 'photograph', address: '=HYPERLINK("http://x.example","me")' });
    await record(23, { scope: 'surveys', channel: 'email', address: 'Jo@example.org' });
    await record(24, { scope: 'contact', channel: 'text', address: '07700 900123' });
    await record(26, { scope: 'marketing', channel: 'post', address: 'Flat 2\n10 Łódź St' });
    await record(22, { scope: 'surveys', channel: 'email', address: 'back@example.org' });
    for (const { id } of await list.find('back@example.org')) await list.lift(id, 'said so');

    const { status, out, err } = await optOuts(dataDir, '--csv');

    expect([status, err]).toEqual([0, '']);
    expect(out.slice(1).split('\r\n')).toEqual([
      'scope,channel,address,since,reference',
      'surveys,email,jo@example.org,2026-11-23T09:00:00.000Z,7K4M-2QQ',
      "contact,text,'+447700900123,2026-11-24T09:00:00.000Z,7K4M-2QQ",
      `photos,photograph,"'=HYPERLINK(""http://x.example"",""me"")",2026-11-25T09:00:00.000Z,7K4M-2QQ`,
      'marketing,post,"Flat 2, 10 Łódź St",2026-11-26T09:00:00.000Z,7K4M-2QQ',
      '',
    ]);
  });

  it('is whole where there are more than are read at once', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => `many-${n}@example.org`);
    const said = { since: '2026-11-27T09:00:00.000Z', reference: '7K4M-2QQ' };
    await Promise.all(many.map((address) => list.suppress({ scope: 'events', channel: 'email', address }, said)));

    const { out } = await optOuts(dataDir, '--csv');

    expect(new Set([...out.matchAll(/many-\d+@example\.org/g)].map(String)).size).toBe(1001);
  });

  it('cannot be read where the service has never been', async () => {
    const nowhere = join(dataDir, 'nowhere');

    expect(await optOuts(nowhere, '--csv')).toEqual({
      status: 1,
      out: '',
      err: `there is no database in ${nowhere}\n`,
    });
  });

  it.each([[[]], [['--json']], [['--csv', 'words']]])('is not printed for %j', async (args) => {
    const { status, out, err } = await optOuts(dataDir, ...args);

    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('--help shows how to ask.');
  });

  it('is explained on request', async () => {
    const { status, out } = await optOuts(dataDir, '--help');

    expect(status).toBe(0);
    expect(out).toContain('--csv');
  });
});
