import { TestAdapter, TurnContext } from 'botbuilder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DocumentBotStorage } from '../../src/bot/document-bot-storage';
import { VersionedConversationState } from '../../src/bot/versioned-conversation-state';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { ChatApi, isFromBot, textsOf } from '../support/chat-api';
import { CountingDialog } from '../support/counting-dialog';
import { startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { UnreliableDialog } from '../support/unreliable-dialog';

const TWENTY = Array.from({ length: 20 }, (_, index) => String(index + 1));

describe('turns of one conversation', () => {
  let desk: TestDesk;
  let api: ChatApi;
  beforeAll(async () => {
    desk = await startDesk({ rootDialog: new CountingDialog() });
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  it('run one after the other, each knowing what the last one did', async () => {
    const session = await api.start();

    const answers = await Promise.all(TWENTY.map((text) => api.say(session, `message ${text}`)));

    expect(answers.map(({ status }) => status)).toEqual(TWENTY.map(() => 200));
    const [, ...said] = await api.transcript(session);
    expect(textsOf(said.filter(isFromBot))).toEqual(TWENTY);
    expect(said.map(isFromBot)).toEqual(TWENTY.flatMap(() => [false, true]));
  });

  it('do not mix with those of others', async () => {
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => api.start()));

    await Promise.all(sessions.flatMap((session) => TWENTY.slice(0, 5).map((text) => api.say(session, text))));

    for (const session of sessions) {
      const [, ...said] = await api.transcript(session);
      expect(textsOf(said.filter(isFromBot))).toEqual(TWENTY.slice(0, 5));
    }
  });

  it('are refused with a time to come back when too many are waiting, and none of those is half done', async () => {
    const dialog = new UnreliableDialog();
    const other = await startDesk({ rootDialog: dialog });
    const service = new ChatApi(other.url);
    const session = await service.start();
    let refused = 0;
    const say = async (text: string): Promise<Awaited<ReturnType<ChatApi['say']>>> => {
      const answer = await service.say(session, text);
      if (answer.status === 429) refused += 1;
      return answer;
    };

    // Fifty may wait, the one under way included.
    const first = say('hang');
    await eventually('the first is under way', async () => (await service.transcript(session)).length === 2);
    const answers = [first, ...Array.from({ length: 59 }, () => say('hello'))];
    await eventually('ten are refused', () => refused === 10);
    await dialog.letGo();
    const statuses = await Promise.all(answers);

    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(statuses.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('2');
    expect(await service.transcript(session)).toHaveLength(1 + 2 * 50);
    await other.stop();
  });
});

describe('the state of a conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  let store: SqliteDocumentStore;
  beforeAll(() => {
    store = SqliteDocumentStore.open(folder);
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  function turn(conversationId: string) {
    const state = new VersionedConversationState(new DocumentBotStorage(store));
    const count = state.createProperty<number>('count');
    const context = new TurnContext(new TestAdapter(() => Promise.resolve()), {
      type: 'message',
      channelId: 'directline',
      conversation: { id: conversationId } as never,
    });
    return {
      read: () => count.get(context, 0),
      write: async (value: number) => {
        await count.set(context, value);
        await state.saveChanges(context);
      },
    };
  }

  it.each([
    ['that is new', 0],
    ['that is known', 7],
  ])('%s is not overwritten by a turn that read it before another wrote it', async (_which, before) => {
    const id = `conversation ${before}`;
    if (before > 0) await turn(id).write(before);
    const [first, second] = [turn(id), turn(id)];
    expect([await first.read(), await second.read()]).toEqual([before, before]);

    await first.write(before + 1);
    const late = second.write(before + 1);

    await expect(late).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await turn(id).read()).toBe(before + 1);
  });

  it('can be written twice in one turn', async () => {
    const once = turn('twice');

    await once.write(1);
    await once.write(2);

    expect(await turn('twice').read()).toBe(2);
  });
});
