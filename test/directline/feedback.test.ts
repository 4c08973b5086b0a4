import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../src/shared/clock';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { activityId } from '../../src/transcript/entry';
import { Transcripts } from '../../src/transcript/transcripts';
import { ChatApi, isFromBot, type Session, type WireActivity } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ASKED, CALLS, CCTV, CHATS, scriptedConversation } from '../support/scripted-understanding';

const WHISPER = 'a-word-that-was-sent';

/** What a person says of a reply, through the whole service. */
describe('feedback', () => {
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  let session: Session;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ dataDir, rootDialog: scriptedConversation() });
    api = new ChatApi(desk.url);
  });
  beforeEach(async () => {
    session = await api.start();
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  async function lastReply(): Promise<WireActivity> {
    const reply = (await api.transcript(session)).filter(isFromBot).at(-1);
    if (!reply) throw new Error('the bot has said nothing');
    return reply;
  }
  async function ask(question: string): Promise<WireActivity> {
    await api.say(session, question);
    return lastReply();
  }
  const kept = () =>
    (readTables(dataDir)['questions-to-review'] ?? [])
      .map(({ body }) => body)
      .filter(({ conversationId }) => conversationId === session.conversationId);
  const titlesOf = ({ channelData }: WireActivity) => (channelData?.reply?.choices ?? []).map(({ title }) => title);

  it('that a reply helped is kept with the question and what was shown, and is not answered', async () => {
    const answer = await ask(ASKED.answer);

    const { status } = await api.rate(session, answer.id, true);

    expect(status).toBe(200);
    expect((await api.transcript(session)).map(({ type }) => type)).toEqual(['message', 'message', 'message', 'event']);
    expect(kept()).toEqual([
      {
        conversationId: session.conversationId,
        at: answer.timestamp,
        question: ASKED.answer,
        shown: {
          kind: 'answer',
          passageId: CALLS,
          version: '2023-09',
        },
        helpful: true,
      },
    ]);
  });

  it('that a reply did not help leads on to what else came near, and to a person', async () => {
    const answer = await ask(ASKED.answer);

    await api.rate(session, answer.id, false);

    const leadOn = await lastReply();
    expect(leadOn.channelData?.reply?.kind).toBe('clarify');
    expect(leadOn.text).toMatch(/^I am sorry\. Did you mean one of these\? .*other words, or talk to a person\./);
    expect(titlesOf(leadOn)).toEqual([expect.stringContaining('chat'), 'None of these']);
    expect(kept()).toMatchObject([{ question: ASKED.answer, helpful: false }]);
  });

  it('leads to an answer by the choice that was nearer', async () => {
    const answer = await ask(ASKED.answer);
    await api.rate(session, answer.id, false);

    const better = await ask('1');
    await api.rate(session, better.id, true);

    expect(better.channelData?.reply?.kind).toBe('answer');
    expect(kept()).toMatchObject([
      { question: ASKED.answer, shown: { passageId: CALLS }, helpful: false },
      { question: ASKED.answer, shown: { passageId: CHATS }, helpful: true },
    ]);
  });

  it('on a question that leant on the answer before it is kept with the whole question', async () => {
    const answer = await ask(ASKED.followUp);

    await api.rate(session, answer.id, false);

    expect(kept()).toMatchObject([{ question: ASKED.followUp, completed: ASKED.whole, helpful: false }]);
  });

  it('on another matter leads to a person and to other words', async () => {
    const declined = await ask(ASKED.offTopic);

    await api.rate(session, declined.id, false);

    const leadOn = await lastReply();
    expect(leadOn.text).toMatch(/^I am sorry\. Please say it in other words, or talk to a person\./);
    expect(titlesOf(leadOn)).toContain('Talk to a person');
  });

  it('is not needed for a question that was declined to be kept', async () => {
    await ask(ASKED.offTopic);
    const declined = await ask(ASKED.silent);

    const [offTopic, silent] = kept();
    expect(offTopic).toMatchObject({ shown: { kind: 'off_topic', version: '2023-09' } });
    const shown = { kind: 'not_in_notice', passageId: CCTV, version: '2023-09' };
    expect(silent).toMatchObject({ at: declined.timestamp, question: ASKED.silent, shown });
    expect(silent).not.toHaveProperty('helpful');

    await api.rate(session, declined.id, false);
    expect(kept()[1]).toEqual({ ...silent, helpful: false });
    expect(titlesOf(await lastReply())).toHaveLength(3);
  });

  it('that is given again replaces what was said, and leads on once', async () => {
    const answer = await ask(ASKED.answer);

    await api.rate(session, answer.id, false);
    await api.rate(session, answer.id, false);
    await api.rate(session, answer.id, true);

    expect(kept()).toMatchObject([{ helpful: true }]);
    const replies = (await api.transcript(session)).filter(isFromBot);
    expect(replies.map(({ channelData }) => channelData?.reply?.kind)).toEqual(['welcome', 'answer', 'clarify']);
  });

  it('that is delivered again is stored once', async () => {
    const answer = await ask(ASKED.answer);

    const first = await api.rate(session, answer.id, false, 'same');
    const second = await api.rate(session, answer.id, false, 'same');

    expect(second.body).toEqual(first.body);
    expect((await api.transcript(session)).filter(({ type }) => type === 'event')).toHaveLength(1);
  });

  it('on an older reply is kept, and does not interrupt what is being said now', async () => {
    const answer = await ask(ASKED.answer);
    await ask('hello');

    await api.rate(session, answer.id, false);

    expect((await lastReply()).channelData?.reply?.kind).toBe('smalltalk');
    expect(kept()).toMatchObject([{ question: ASKED.answer, helpful: false }]);
  });

  it('leaves the choices of "did you mean" open', async () => {
    const answer = await ask(ASKED.answer);
    await ask(ASKED.unclear);

    await api.rate(session, answer.id, false);
    const chosen = await ask('2');

    expect(chosen.channelData?.reply?.kind).toBe('answer');
  });

  it.each(['2', 'None of these'])(
    'on what came of "%s" to "did you mean" is on the question before',
    async (choice) => {
      await ask(ASKED.unclear);
      const reply = await ask(choice);

      await api.rate(session, reply.id, false);

      expect(kept()).toMatchObject([{ question: ASKED.unclear, helpful: false }]);
    },
  );

  it('is kept without personal details', async () => {
    const declined = await ask(ASKED.personal);

    await api.rate(session, declined.id, false);

    expect(kept()).toMatchObject([{ question: 'my boiler is broken, call [hidden] or mail [hidden]', helpful: false }]);
  });

  describe('is refused', () => {
    interface Ids {
      readonly answer: unknown;
      readonly question: unknown;
      readonly welcome: unknown;
      readonly foreign: unknown;
    }
    const REFUSALS: readonly [string, (ids: Ids) => unknown][] = [
      ['without a value', () => undefined],
      ['with a text for a value', () => 'no'],
      ['without an id', () => ({ helpful: true })],
      ['without a word on whether it helped', ({ answer }) => ({ replyToId: answer })],
      ['with a text on whether it helped', ({ answer }) => ({ replyToId: answer, helpful: 'no' })],
      ['with more than that', ({ answer }) => ({ replyToId: answer, helpful: true, comment: WHISPER })],
      ['with an id that is a number', () => ({ replyToId: 2, helpful: true })],
      ['with an id as long as a letter', () => ({ replyToId: WHISPER.repeat(20), helpful: true })],
      ['with an id of broken Unicode', () => ({ replyToId: '\ud800', helpful: true })],
      ['on nothing that was said', () => ({ replyToId: `${WHISPER}|0000003`, helpful: true })],
      ['on what the person said', ({ question }) => ({ replyToId: question, helpful: true })],
      ['on the welcome', ({ welcome }) => ({ replyToId: welcome, helpful: true })],
      ['on an answer in another chat', ({ foreign }) => ({ replyToId: foreign, helpful: true })],
    ];

    it.each(REFUSALS)('%s', async (_what, valueFor) => {
      const foreign = (await ask(ASKED.answer)).id;
      session = await api.start();
      await ask(ASKED.answer);
      const [welcome, question, answer] = (await api.transcript(session)).map(({ id }) => id);

      const value = valueFor({ welcome, question, answer, foreign });
      const { status, body, text } = await api.post(session, { type: 'event', name: 'feedback', value });

      expect([status, body.error?.code]).toEqual([400, 'BadArgument']);
      expect(text).not.toContain(WHISPER);
      expect(await api.transcript(session)).toHaveLength(3);
      expect(kept()).toEqual([]);
    });
  });
});

/** What a process leaves behind that was killed at the worst moments, made by hand. */
describe('feedback whose turn was cut off', () => {
  const KILLED_AFTER: readonly [string, readonly string[]][] = [
    ['before it led on', []],
    ['after it led on and before that was remembered', ['what came near']],
  ];

  it.each(KILLED_AFTER)('%s leads on once, to choices that are waited for', async (_when, said) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const before = await startDesk({ dataDir });
    const session = await new ChatApi(before.url).start();
    await new ChatApi(before.url).say(session, 'How long do you keep recordings of my calls?');
    await before.stop();
    const store = SqliteDocumentStore.open(dataDir);
    const transcripts = new Transcripts(store, systemClock);
    const { conversationId } = session;
    const value = { replyToId: activityId(conversationId, 3), helpful: false };
    const activity = { type: 'event', name: 'feedback', value };
    await transcripts.append(conversationId, { key: 'client:no', author: 'tenant', activity });
    for (const text of said) {
      const reply = { type: 'message', text };
      await transcripts.append(conversationId, { key: 'reply:4.0', author: 'assistant', activity: reply });
    }
    store.close();

    const desk = await startDesk({ dataDir });
    const api = new ChatApi(desk.url);
    await api.say(session, '1');

    const all = await api.transcript(session);
    expect(all.map(({ type }) => type)).toEqual([
      'message',
      'message',
      'message',
      'event',
      'message',
      'message',
      'message',
    ]);
    expect(all.at(-1)?.channelData?.reply?.kind).toBe('answer');
    expect(readTables(dataDir)['questions-to-review']).toHaveLength(1);
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });
});
