import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Case } from '../../src/rights/case';
import { ChatApi, isFromBot } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';

/** A person with one device, and then with another. */
describe('a form that was left', () => {
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ dataDir });
    api = new ChatApi(desk.url);
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  async function openWindow(): Promise<(...texts: readonly string[]) => Promise<string>> {
    const window = new FormWindow(api, await api.start());
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

  const cases = () => (readTables(dataDir).cases ?? []).map(({ body }) => body as unknown as Case);
  const facts = () => Object.fromEntries(Object.entries(cases()[0]?.facts ?? {}).map(([at, { value }]) => [at, value]));
  const mailsTo = (address: string): string[] => {
    const folder = join(dataDir, 'outbox');
    const mails = (existsSync(folder) ? readdirSync(folder) : []).map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    return mails.filter((mail) => mail.includes(`To: ${address}`));
  };
  const code = () => mailsTo('dave@example.org').flatMap((mail) => /code is (\d{6})/.exec(mail)?.[1] ?? [])[0];

  it('62: is there with its reference, and is finished in another chat by reference and code', async () => {
    const first = await openWindow();
    expect(await first('I want a copy of my data')).toMatch(/Your reference: [0-9A-Z-]{8}\./);
    await first('Me', 'my email is dave@example.org');
    const reference = cases()[0]?.reference ?? '';

    const second = await openWindow();
    await second('how is my request', reference);
    await eventually('the code has come', () => code() !== undefined);
    expect(await second(code() ?? '', 'Carry on with the questions')).toMatch(/Which information would you like/);
    expect(await second('everything', 'send', 'send')).toMatch(new RegExp(`Your reference: ${reference}`));

    expect(cases()).toMatchObject([{ state: { name: 'sent' } }]);
    expect(facts()).toEqual({ subject: 'me', which: 'everything', email: 'dave@example.org' });
  });

  it('takes answers from both chats, and what comes after it was sent as well', async () => {
    const first = await openWindow();
    await first('I want a copy of my data', 'Somebody else', 'my email is dave@example.org');
    const reference = cases()[0]?.reference ?? '';
    const second = await openWindow();
    await second('how is my request', reference);
    await eventually('the code has come', () => code() !== undefined);
    await second(code() ?? '', 'Carry on with the questions');

    // The question that the first one shows is asked of nobody from then on.
    await second('actually its for myself');
    expect(await first('Relative or friend')).toMatch(/Which information would you like/);
    await first('repairs');
    expect(await second('calls', 'send', 'send')).toMatch(/We have your request/);
    expect(await first('Sovereign Network Homes')).toMatch(/That is added\. A person will read it/);

    expect(facts()).toEqual({ subject: 'me', which: 'calls', email: 'dave@example.org' });
    const [one] = cases();
    expect(one?.words.map(({ text }) => text)).toEqual(['I want a copy of my data', 'Sovereign Network Homes']);
    expect(one?.timeline.filter(({ what, about }) => what === 'told' && about === 'which')).toHaveLength(2);
  });

  it('43: sends nothing to a mailbox that somebody else could read, not even a code', async () => {
    const first = await openWindow();
    await first('I want a copy of my data', 'Me', 'everything', 'skip', 'dave@example.org');
    await first('No, someone else could read or answer it');
    expect(await first('send', 'send')).toMatch(/We do not send this by e-mail, since somebody else could read it/);
    const [one] = cases();

    const second = await openWindow();
    expect(await second('how is my request', one?.reference ?? '')).toMatch(/an e-mail address on it that is safe/);
    await eventually('all that can be sent is sent', () =>
      (readTables(dataDir).outbox ?? []).every(({ body }) => body.state === 'sent' || body.state === 'dropped'),
    );

    expect(mailsTo('dave@example.org')).toEqual([]);
    expect(mailsTo('data.protection@sovereign.org.uk')).toHaveLength(1);
  });
});
