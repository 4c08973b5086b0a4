import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, textsOf, type StartedSession } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { RecordingLogger } from '../support/recording-logger';

/** Made up, with valid check digits; written as the database would hold them, too. */
const CARD = '4929 1717 2331 8902';
const NUMBERS = [
  CARD,
  'JK 49 20 71 C',
  '641 208 7354',
  '83-17-46',
  '50718364',
  'GB28 NWBK 8317 4650 7183 64',
  'Rosebud-1941',
];

describe('private numbers in a message (60)', () => {
  const logger = new RecordingLogger();
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  let session: StartedSession;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ dataDir, logger });
    api = new ChatApi(desk.url);
  });
  beforeEach(async () => {
    session = await api.start();
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  /** What was said after the welcome: the kinds of replies, or the words of the person. */
  const course = async (): Promise<(string | undefined)[]> =>
    (await api.transcript(session)).slice(1).map(({ text, channelData }) => channelData?.reply?.kind ?? text);

  it('are stored nowhere: not in a table, also when it is opened, and not in the log', async () => {
    const [card, ni, nhs, code, account, iban, password] = NUMBERS;
    await api.say(session, `how long do you keep calls, my card is ${card} and my NI is ${ni}`);
    await api.say(session, `nhs ${nhs}, sort code ${code} account ${account}, iban ${iban}`);
    await api.say(session, `what is a zebra, my password is ${password}`);
    await api.post(session, {
      type: 'message',
      text: 'hello',
      value: { card, deeper: [{ ni }] },
      entities: [{ type: 'form', iban }],
      channelData: { clientActivityID: 'own', note: `my password is ${password}` },
    });
    await api.post(session, { type: 'event', name: 'own', value: `card ${card}` });
    const { text: download } = await api.call('GET', '/chat/transcript?format=json', { token: session.token });

    const everything = JSON.stringify([readTables(dataDir), await api.transcript(session), download, logger.text]);
    for (const number of NUMBERS) {
      const bare = number.replace(/[ -]/g, '');
      expect([number, everything.includes(number), everything.includes(bare)]).toEqual([number, false, false]);
    }
    expect(everything).toContain('how long do you keep calls');
  });

  it('are hidden before the question is answered, and the bot says so once, of all of them', async () => {
    await api.say(session, `how long do you keep recordings of my calls? my card is ${CARD}, password: hunter2`);

    expect(await course()).toEqual([
      'how long do you keep recordings of my calls? my card is •••• •••• •••• ••••, password: ••••',
      'not-kept',
      'answer',
    ]);
    expect((await api.transcript(session))[2]?.text).toBe(
      'I have hidden what looks like a card number and a password or PIN. We do not need that to answer you.',
    );
  });

  it('are told of beside the text, where no client can write', async () => {
    await api.post(session, { type: 'message', text: 'hello', channelData: { notKept: ['card'] } });
    await api.say(session, `is ${CARD} stored`);

    const [, hello, , asked] = await api.transcript(session);
    expect(hello?.channelData).not.toHaveProperty('notKept');
    expect(asked?.channelData).toMatchObject({ notKept: ['card'] });
    expect((await course()).slice(0, 2)).toEqual(['hello', 'smalltalk']);
  });

  it.each([CARD, 'JK492071C', '•••• •••• •••• ••••'])(
    'are no question when they are the whole message: "%s"; the bot says what can be asked',
    async (said) => {
      await api.say(session, said);

      const [, , reply, ...more] = await api.transcript(session);
      expect([reply?.channelData?.reply?.kind, more]).toEqual(['not-kept', []]);
      expect(reply?.text).toMatch(
        /You can ask me how we use your information, or talk to a person\.\n\nYou can also say:/,
      );
      expect(reply?.text?.startsWith('I have hidden')).toBe(!said.includes('•'));
    },
  );

  it('come after help in danger, and hide nothing of it', async () => {
    await api.say(session, `there is a smell of gas in the hall, my card is ${CARD}`);

    expect((await course()).slice(1)).toEqual(['urgent', 'not-kept']);
  });

  it('are hidden the same way in a message that is posted again, which is answered once', async () => {
    const said = `how long do you keep calls ${CARD}`;

    const first = await api.say(session, said, 'same');
    const second = await api.say(session, said, 'same');

    expect(second.body).toEqual(first.body);
    expect(textsOf(await api.transcript(session)).filter((text) => text?.startsWith('how long'))).toEqual([
      'how long do you keep calls •••• •••• •••• ••••',
    ]);
    expect(await course()).toHaveLength(3);
  });

  it('are not looked for in the id by which a client knows its message again', async () => {
    await api.say(session, 'hello', '4929171723318902');
    await api.say(session, 'hello', '4929171723318902');

    const [, own, ...more] = await api.transcript(session);
    expect(own?.channelData).toMatchObject({ clientActivityID: '4929171723318902' });
    expect(more).toHaveLength(1);
  });
});
