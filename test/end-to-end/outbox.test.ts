import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { COLLECTIONS } from '../../src/collections';
import { Outbox } from '../../src/outbox/outbox';
import { systemClock } from '../../src/shared/clock';
import { openStorage } from '../../src/storage/open-storage';
import { MAIL } from '../support/an-outbox';
import { readTables } from '../support/database-file';
import { freePort, startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { startMailServer } from '../support/mail-server';
import { RecordingLogger } from '../support/recording-logger';

/** What was left in the outbox when the service ended goes out when it is there again. */
describe('the service', () => {
  let dataDir: string;
  let desk: TestDesk | undefined;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const place = { dataDir, mongodbUri: undefined, encryptionKeys: undefined };
    const store = await openStorage(place, COLLECTIONS, () => undefined);
    const outbox = new Outbox({
      store,
      clock: systemClock,
      lookupKey: 'of this test',
      hasWebhook: false,
      wake: () => undefined,
    });
    await outbox.add({ key: 'left', ...MAIL });
    await store.close();
  });
  afterEach(async () => {
    await desk?.stop();
    rmSync(dataDir, { recursive: true });
  });

  const start = async (settings: Record<string, string>, logger = new RecordingLogger()): Promise<TestDesk> =>
    (desk = await startDesk({ dataDir, settings, logger }));
  const states = () => (readTables(dataDir).outbox ?? []).map(({ body }) => body.state);

  it('hands in what waits to the mail server', async () => {
    const server = await startMailServer();
    const logger = new RecordingLogger();

    await start({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'Desk <desk@example.org>' }, logger);
    await eventually('it is sent', () => states()[0] === 'sent');

    expect(server.mails.map(({ recipients, text }) => [recipients, text])).toEqual([[[MAIL.to], MAIL.text]]);
    expect(logger.text).not.toContain('SMTP_URL');
    await server.stop();
  });

  it('writes it to a file where there is no mail server, and says so when it starts', async () => {
    const logger = new RecordingLogger();

    await start({}, logger);
    await eventually('it is written', () => states()[0] === 'sent');

    expect(readdirSync(join(dataDir, 'outbox'))).toHaveLength(1);
    const warnings = logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
    expect(warnings).toContain('no mail is sent, but written to files in the data folder: SMTP_URL is not set');
  });

  it('63: is ready while the mail server is down, and tells that mail waits', async () => {
    const settings = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'Desk <desk@example.org>' };
    const { url } = await start(settings);
    await eventually('it was tried', () => readTables(dataDir).outbox?.[0]?.body.code === 'ECONNREFUSED');

    const response = await fetch(`${url}/readyz`);

    expect(response.status).toBe(200);
    const { outbox } = (await response.json()) as { readonly outbox: Record<string, unknown> };
    expect(outbox).toEqual({ waiting: 1, stuck: 0, oldestSeconds: expect.any(Number) as number });
  });
});
