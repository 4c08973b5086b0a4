import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, isFromBot, type Session, type WireActivity } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ASKED, CALLS, CCTV, scriptedConversation } from '../support/scripted-understanding';

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
          passageIds: [CALLS],
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
    expect(leadOn.channelData?.reply?.kind).toBe('lead-on');
    expect(leadOn.text).toMatch(/^Sorry that this did not help\. Is one of these closer\?/);
    expect(titlesOf(leadOn)).toEqual([...titlesOf(answer), 'Talk to a person']);
    expect(titlesOf(answer).length).toBeGreaterThan(0);
    expect(kept()).toMatchObject([{ question: ASKED.answer, helpful: false }]);
  });

  it('leads to an answer by the choice that was nearer', async () => {
    const answer = await ask(ASKED.answer);
    await api.rate(session, answer.id, false);
    const [nearer = ''] = titlesOf(await lastReply());

    const better = await ask(nearer);
    await api.rate(session, better.id, true);

    expect(better.channelData?.reply?.kind).toBe('answer');
    expect(kept()).toMatchObject([
      { question: ASKED.answer, helpful: false },
      { question: ASKED.answer, helpful: true },
    ]);
  });

  it('on another matter leads to a person and to other words', async () => {
    const declined = await ask(ASKED.offTopic);

    await api.rate(session, declined.id, false);

    const leadOn = await lastReply();
    expect(leadOn.text).toMatch(/^Sorry that this did not help\. Put it in other words, or talk to a person\./);
    expect(titlesOf(leadOn)).toEqual(['Talk to a person']);
  });

  it('is not needed for a question that was declined to be kept', async () => {
    await ask(ASKED.offTopic);
    const declined = await ask(ASKED.silent);

    const [offTopic, silent] = kept();
    expect(offTopic).toMatchObject({ shown: { kind: 'off_topic', passageIds: [], version: '2023-09' } });
    const shown = { kind: 'not_in_notice', passageIds: [CCTV, CALLS], version: '2023-09' };
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
    expect(replies.map(({ channelData }) => channelData?.reply?.kind)).toEqual(['welcome', 'answer', 'lead-on']);
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
