import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, isFromBot } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { freePort } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';
import { PageVisitor } from '../support/page-visitor';
import { startRealServer, type RealServer } from '../support/real-server';

/** In everything that a person tells here, so that it is found wherever it went. */
const MARK = /zq[a-z]*x/i;
const EMAIL = 'zqmailx@example.org';
const OTHER = 'zqnewx@example.org';

/** People make requests while mail cannot be sent, and what is logged is read afterwards. */
describe('what the service logs of requests', () => {
  let dataDir: string;
  let server: RealServer;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    // Nobody listens there: every mail fails, and that is logged.
    const SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    const settings = { ENCODER: 'off', LOG_LEVEL: 'debug', SMTP_URL, MAIL_FROM: 'desk@example.org' };
    server = await startRealServer({ dataDir, port: await freePort(), settings });
  });
  afterEach(async () => {
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  const lines = (): string[] => server.output().split('\n').filter(Boolean);

  async function chat(): Promise<(...texts: readonly string[]) => Promise<string>> {
    const window = new FormWindow(new ChatApi(server.url), await new ChatApi(server.url).start());
    let number = 0;
    return async (...texts) => {
      let answer = '';
      for (const text of texts) {
        const said = await window.say(text, `line ${++number}`);
        answer = said.filter(isFromBot).at(-1)?.text ?? '';
      }
      return answer;
    };
  }

  const stored = (): string => JSON.stringify(readTables(dataDir).cases ?? []);

  it('holds nothing that anybody told in a chat, while mail fails', async () => {
    const say = await chat();
    await say('I want a copy of my file about zqwordsx', "actually it's for my client", 'Zqpersonx Bell', 'yes', 'no');
    await say('the zqletterx of May', 'network homes', 'zqhalfx@example', EMAIL, 'yes', 'my name is Zqnamex');
    await say('my husband hits me in zqplacex', '12 Zqlanex Road RG21 4FA', 'zqhelpx print', 'zqdayx');
    expect(await say('send')).toMatch(/^We have your request/);
    await say('Add something', 'also the zqmorex', `sorry my email is ${OTHER}`, 'yes', 'withdraw my request');
    expect(await say('yes')).toMatch(/is withdrawn/);
    await eventually('mail has failed', () => lines().some((line) => line.includes('ECONN')), 20_000);

    for (const told of ['zqwordsx', 'Zqpersonx', 'Zqnamex', 'zqmorex', OTHER]) expect(stored()).toContain(told);
    expect(lines().filter((line) => MARK.test(line))).toEqual([]);
  });

  it('holds nothing that anybody wrote on a page, nor of what was refused', async () => {
    const page = await new PageVisitor(server.url).open('/request');
    await page.send({ want: ['access', 'complaint'], words: 'About zqwordsx' });
    await page.send({ 'reply.email': 'zqhalfx@example', name: 'Zqnamex', 'complaint.happened': 'zqwhatx' }, 'send');
    const body = page.body({ 'reply.email': EMAIL, safe: 'yes' }, 'send');
    await page.post(body);
    expect(page.references).toHaveLength(2);
    await (await page.open('/request')).send({ token: 'zqtokenx', words: 'zqwordsx' });
    expect(page.status).toBe(403);
    await page.open('/request/status?reference=zqaddressx');
    await page.send({ reference: 'zqnonex' }, 'look');
    await eventually('mail has failed', () => lines().some((line) => line.includes('ECONN')), 20_000);

    expect(stored()).toContain('Zqnamex');
    expect(lines().filter((line) => MARK.test(line))).toEqual([]);
  });

  it('stands in no name of a file beside the database', async () => {
    const say = await chat();
    await say('I want a copy of my file', `my email is ${EMAIL}`, 'my name is Zqnamex');

    expect(existsSync(dataDir)).toBe(true);
    expect(readdirSync(dataDir, { recursive: true }).filter((name) => MARK.test(String(name)))).toEqual([]);
  });
});
