import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, isFromBot } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { freePort, startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';
import { gate } from '../support/gate';
import { startMailServer, type MailServer, type MailServerBehaviour } from '../support/mail-server';
import { ManualClock } from '../support/manual-clock';

const LINES = [
  'I want a copy of my data',
  'Me',
  'everything',
  'Sovereign Network Group',
  'dave@example.org',
  'Yes, it is safe',
  'send',
  'send',
];

const TEAM = 'data.protection@sovereign.org.uk';

/** However long mail servers are away, requests are taken, and what is to be mailed is mailed once they are there. */
describe('63: a request that is made while the mail server', () => {
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  let dataDir: string;
  let port: number;
  let desk: TestDesk;
  let server: MailServer | undefined;

  beforeEach(async () => {
    clock.set('2026-11-23T10:00:00Z');
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    port = await freePort();
    const settings = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Desk <desk@example.org>' };
    desk = await startDesk({ dataDir, clock, settings });
  });
  afterEach(async () => {
    await server?.stop();
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  const startServer = async (behaviour: MailServerBehaviour = {}): Promise<MailServer> =>
    (server = await startMailServer({ port, ...behaviour }));

  /** @returns the reference that the receipt shows */
  async function makeRequest(): Promise<string> {
    const api = new ChatApi(desk.url);
    const session = await api.start();
    const window = new FormWindow(api, session);
    for (const [at, line] of LINES.entries()) await window.say(line, `line ${at}`);
    const receipt = (await api.transcript(session)).filter(isFromBot).at(-1)?.text ?? '';
    expect(receipt).toMatch(/We got it on: Monday 23 November 2026[^]*We aim to answer by: Wednesday 23 December 2026/);
    return /Your reference: ([0-9A-Z-]{8})/.exec(receipt)?.[1] ?? 'none';
  }

  const mails = () => (readTables(dataDir).outbox ?? []).map(({ body }) => body);
  const receivedAt = () => readTables(dataDir).cases?.map(({ body }) => body.receivedAt);
  const sentMails = () => (server?.mails ?? []).map(({ recipients }) => recipients).sort();

  it('is down has its reference at once, and its mails once each when the server is back', async () => {
    const reference = await makeRequest();
    await eventually('both were tried', () => mails().filter(({ code }) => code === 'ECONNREFUSED').length === 2);
    await startServer();
    clock.advance({ minutes: 60 });
    await eventually('they are sent', () => mails().every(({ state }) => state === 'sent'), 20_000);

    expect(sentMails()).toEqual([[TEAM], ['dave@example.org']]);
    expect(server?.mails.every(({ text }) => text.includes(reference))).toBe(true);
    expect(new Set(server?.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(2);
    expect(receivedAt()).toEqual(['2026-11-23T10:00:00.000Z']);
  });

  it('takes nothing today has its reference at once, and its mails once each later', async () => {
    let isBusy = true;
    await startServer({ onRecipient: () => (isBusy ? 451 : 0) });
    await makeRequest();
    await eventually('both were refused', () => mails().filter(({ code }) => code === 'smtp_451').length === 2);
    isBusy = false;
    clock.advance({ minutes: 60 });
    await eventually('they are sent', () => mails().every(({ state }) => state === 'sent'), 20_000);

    expect(sentMails()).toEqual([[TEAM], ['dave@example.org']]);
  });

  it('is slow has its reference before any mail is taken', async () => {
    const slow = gate();
    await startServer({ onMail: () => slow.passed.then(() => 0) });

    const reference = await makeRequest();
    expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{3}$/);
    expect(mails().some(({ state }) => state === 'sent')).toBe(false);

    slow.open();
    await eventually('they are sent', () => mails().length === 2 && mails().every(({ state }) => state === 'sent'));
    expect(sentMails()).toEqual([[TEAM], ['dave@example.org']]);
  });
});
