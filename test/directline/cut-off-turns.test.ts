import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../src/shared/clock';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { Transcripts } from '../../src/transcript/transcripts';
import { ChatApi, textsOf, type Session } from '../support/chat-api';
import { CountingDialog } from '../support/counting-dialog';
import { startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';

/** What a process leaves behind that was killed at the worst moments, made by hand. */
describe('a turn that was cut off', () => {
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  let session: Session;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    await start();
    session = await api.token();
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  async function start(): Promise<void> {
    desk = await startDesk({ dataDir, rootDialog: new CountingDialog() });
    api = new ChatApi(desk.url);
  }

  /** Stops the service, changes what is stored, and starts it again. */
  async function meanwhile(change: (transcripts: Transcripts) => Promise<unknown>): Promise<void> {
    await desk.stop();
    const store = SqliteDocumentStore.open(dataDir);
    await change(new Transcripts(store, systemClock));
    store.close();
    await start();
  }

  const begin = () => api.call('POST', '/v3/directline/conversations', { token: session.token });
  const comeBack = () =>
    api.call('GET', `/v3/directline/conversations/${session.conversationId}`, { token: session.token });
  const storeMessage = (transcripts: Transcripts) =>
    transcripts.append(session.conversationId, {
      key: 'client:two',
      author: 'tenant',
      activity: { type: 'message', text: 'two' },
    });
  const storeAnswer = (transcripts: Transcripts) =>
    transcripts.append(session.conversationId, {
      key: 'reply:4.0',
      author: 'assistant',
      activity: { type: 'message', text: '2' },
    });
  const said = async () => textsOf(await api.transcript(session)).slice(1);

  const CUTS: [string, (transcripts: Transcripts) => Promise<unknown>][] = [
    ['before its answer', storeMessage],
    [
      'after its answer was stored and before that was remembered',
      async (transcripts) => {
        await storeMessage(transcripts);
        await storeAnswer(transcripts);
      },
    ],
  ];

  describe.each(CUTS)('%s', (_where, cut) => {
    beforeEach(async () => {
      await begin();
      await api.say(session, 'one');
      await meanwhile(cut);
    });

    it('is completed when the client comes back', async () => {
      await comeBack();

      await eventually('it is answered', async () => (await said()).length === 4);
      await api.say(session, 'three');
      expect(await said()).toEqual(['one', '1', 'two', '2', 'three', '3']);
    });

    it('is completed when the client posts the message again', async () => {
      const { status, body } = await api.say(session, 'two', 'two');

      expect([status, body.id]).toEqual([200, `${session.conversationId}|0000004`]);
      expect(await said()).toEqual(['one', '1', 'two', '2']);
    });
  });

  it('is completed before the next message is answered', async () => {
    await begin();
    await api.say(session, 'one');
    await meanwhile(storeMessage);

    await api.say(session, 'three');

    const all = await said();
    expect(all.filter((text) => /^\d$/.test(text ?? ''))).toEqual(['1', '2', '3']);
    expect(all.indexOf('2')).toBeLessThan(all.indexOf('3'));
  });

  it('before its welcome is welcomed once when the client starts again', async () => {
    await meanwhile((transcripts) => transcripts.start(session.conversationId, 'directline', 'dl_somebody'));

    await begin();
    await begin();

    const all = await api.transcript(session);
    expect(all.map(({ channelData }) => channelData?.reply?.kind)).toEqual(['welcome']);
  });
});
