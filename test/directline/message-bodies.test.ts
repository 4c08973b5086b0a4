import { gzipSync } from 'node:zlib';

import { ChatApi, type ApiCall, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';

const WHISPER = 'a-word-that-was-sent';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const message = (fields: object): string => JSON.stringify({ type: 'message', text: WHISPER, ...fields });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

function multipart(): FormData {
  const form = new FormData();
  const activity = message({ attachments: [{ name: 'bill.png', contentType: 'image/png' }] });
  form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', new Blob([WHISPER.repeat(10_000)], { type: 'image/png' }), 'bill.png');
  return form;
}

describe('a message', () => {
  let desk: TestDesk;
  let api: ChatApi;
  let session: StartedSession;

  beforeAll(async () => {
    desk = await startDesk();
    api = new ChatApi(desk.url);
  });
  beforeEach(async () => {
    session = await api.start();
  });
  afterAll(() => desk.stop());

  const post = (call: ApiCall, to = 'activities') =>
    api.call('POST', `/v3/directline/conversations/${session.conversationId}/${to}`, { token: session.token, ...call });

  it.each<[string, ApiCall, number, string]>([
    ['no body', {}, 400, 'BadArgument'],
    ['an empty body', { raw: '', headers: JSON_TYPE }, 400, 'BadArgument'],
    ['no JSON', { raw: WHISPER, headers: JSON_TYPE }, 400, 'BadArgument'],
    ['half a JSON', { raw: message({}).slice(0, -5), headers: JSON_TYPE }, 400, 'BadArgument'],
    ['JSON of another type', { raw: message({}), headers: { 'Content-Type': 'text/plain' } }, 400, 'BadArgument'],
    ['a form', { raw: multipart() }, 400, 'BadArgument'],
    ['a list', { json: [message({})] }, 400, 'BadArgument'],
    ['nothing as JSON', { json: null }, 400, 'BadArgument'],
    ['no type', { json: { text: WHISPER } }, 400, 'BadArgument'],
    ['a type of which only the service speaks', { json: { type: 'conversationUpdate' } }, 400, 'BadArgument'],
    ['a text that is a number', { raw: message({ text: 7 }), headers: JSON_TYPE }, 400, 'BadArgument'],
    ['a name that is too long', { raw: message({ name: 'x'.repeat(201) }), headers: JSON_TYPE }, 400, 'BadArgument'],
    ['no text', { json: { type: 'message' } }, 400, 'MissingProperty'],
    ['an empty text', { json: { type: 'message', text: '' } }, 400, 'MissingProperty'],
    ['only spaces', { json: { type: 'message', text: ' \n\t\u00a0' } }, 400, 'MissingProperty'],
    ['2,001 characters', { json: { type: 'message', text: 'x'.repeat(2001) } }, 413, 'MessageSizeTooBig'],
    ['65 kB', { json: { type: 'event', value: 'x'.repeat(65 * 1024) } }, 413, 'MessageSizeTooBig'],
    ['values in values', { raw: `{"type":"event","value":${nested(1500)}}`, headers: JSON_TYPE }, 400, 'BadArgument'],
    ['very many', { raw: `{"type":"event","value":${nested(30_000)}}`, headers: JSON_TYPE }, 400, 'BadArgument'],
  ])('with %s is refused, and nothing is stored', async (_what, call, status, code) => {
    const answer = await post(call);

    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(answer.text).not.toContain(WHISPER);
    expect(await api.transcript(session)).toHaveLength(1);
  });

  it.each<[string, string | Buffer]>([
    ['broken', 'this was never compressed'],
    ['well made', gzipSync(message({}))],
    ['small and unpacks to 30 MB', gzipSync(Buffer.alloc(30_000_000, ' '))],
  ])('that is compressed is refused before it is unpacked: %s', async (_what, body) => {
    const response = await fetch(`${desk.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip', Connection: 'close' },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });

    expect(response.status).toBe(400);
    expect((await api.call('GET', '/healthz')).status).toBe(200);
  });

  it.each<[string, ApiCall, string]>([
    ['as Web Chat would send it', { raw: multipart() }, 'upload?userId=me'],
    ['as its address', { raw: message({ attachments: [{ contentUrl: WHISPER }] }), headers: JSON_TYPE }, 'activities'],
    ['without words', { json: { type: 'message', attachments: [{ name: WHISPER }] } }, 'activities'],
  ])(
    'with a file (61), %s, is refused; the bot says so in the chat, and nothing of it is kept',
    async (_how, call, to) => {
      const { status, body, text } = await post(call, to);

      expect([status, body.error?.code]).toEqual([415, 'UploadNotSupported']);
      const [, said, ...more] = await api.transcript(session);
      expect([said?.from.role, said?.channelData?.reply?.kind, more]).toEqual(['bot', 'not-kept', []]);
      expect(said?.text).toMatch(/^I cannot take files or photos in this chat/);
      expect([text, JSON.stringify(said)].join()).not.toContain(WHISPER);
    },
  );

  it('with a file is refused after the end of the chat as well, where nothing is said any more', async () => {
    await api.post(session, { type: 'endOfConversation' });

    const { status, body } = await post({ raw: multipart() }, 'upload');

    expect([status, body.error?.code]).toEqual([403, 'ConversationEnded']);
    expect(await api.transcript(session)).toHaveLength(2);
  });

  it('of 2,000 characters is taken', async () => {
    const answer = await api.say(session, 'a question '.repeat(200).slice(0, 2000));

    expect(answer.status).toBe(200);
    expect(await api.transcript(session)).toHaveLength(3);
  });

  it('comes back exactly as it was written', async () => {
    const text = '  Ünïcode 🏠 \u202eright to left\u202c, "quotes", \\ back, <b>markup</b>,\u0000 and a lone \ud83c  ';

    await api.say(session, text);

    expect((await api.transcript(session))[1]?.text).toBe(text);
  });

  it('as Web Chat sends it is taken', async () => {
    const { status } = await api.post(session, {
      type: 'message',
      text: 'hello',
      textFormat: 'plain',
      channelId: 'webchat',
      locale: 'en-GB',
      localTimestamp: '2026-01-05T10:00:00+01:00',
      localTimezone: 'Europe/Paris',
      attachments: [],
      entities: [{ type: 'ClientCapabilities', requiresBotState: true, supportsListening: true, supportsTts: true }],
      from: { id: 'me', role: 'user' },
      channelData: { clientActivityID: 'a1b2c3' },
    });

    expect(status).toBe(200);
  });
});
