import { ChatApi, isFromBot, type Session, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';

const SECRET = 'a secret of the landlord, longer than 32 characters'.replaceAll(' ', '-');

describe('the Direct Line calls', () => {
  let desk: TestDesk;
  let api: ChatApi;

  beforeAll(async () => {
    desk = await startDesk({ settings: { DIRECT_LINE_SECRET: SECRET } });
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  it('start a conversation with 201 and go on with it with 200, and welcome only once', async () => {
    const { token, conversationId } = await api.token();

    const first = await api.call<StartedSession>('POST', '/v3/directline/conversations', { token });
    const second = await api.call<StartedSession>('POST', '/v3/directline/conversations', { token });

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.body).toMatchObject({ conversationId, expires_in: 1800 });
    expect(first.body.streamUrl).toMatch(
      new RegExp(`^ws://localhost:${desk.port}/v3/directline/conversations/${conversationId}/stream\\?watermark=0&t=`),
    );
    expect(await api.transcript(first.body)).toHaveLength(1);
  });

  it('start a conversation for the secret, without a token before', async () => {
    const { status, body } = await api.call<StartedSession>('POST', '/v3/directline/conversations', { token: SECRET });

    expect(status).toBe(201);
    expect((await api.say(body, 'hello')).status).toBe(200);
  });

  it('let the secret post and read in every conversation, as its tenant', async () => {
    const session = await api.start();

    await api.say({ ...session, token: SECRET }, 'hello');

    const [, bySecret] = await api.transcript({ ...session, token: SECRET });
    expect(bySecret?.from).toEqual({ id: userOf(session), role: 'user' });
  });

  it.each([
    ['everything after an empty watermark', '?watermark=', [1, 2, 3]],
    ['everything without a watermark', '', [1, 2, 3]],
    ['what comes after a watermark', '?watermark=2', [3]],
    ['nothing after the last', '?watermark=3', []],
    ['nothing after one that is still to come', '?watermark=99', []],
  ])('give %s', async (_what, query, expected) => {
    const session = await api.start();
    await api.say(session, 'hello');

    const path = `/v3/directline/conversations/${session.conversationId}/activities${query}`;
    const { body } = await api.call<{ activities: { id: string }[] }>('GET', path, { token: session.token });

    expect(body.activities.map(({ id }) => Number(id.split('|')[1]))).toEqual(expected);
  });

  it.each([
    ['after a watermark', '?watermark=2', 'watermark=2'],
    ['from the start', '?watermark=', 'watermark=0'],
    ['from now on', '', 'watermark=3'],
  ])('give a new stream %s', async (_where, query, expected) => {
    const session = await api.start();
    await api.say(session, 'hello');

    const path = `/v3/directline/conversations/${session.conversationId}${query}`;
    const { status, body } = await api.call<StartedSession>('GET', path, { token: session.token });

    expect(status).toBe(200);
    expect(body.streamUrl).toContain(`?${expected}&t=`);
  });

  it('give a token of a user of the landlord for its secret', async () => {
    const { status, body } = await api.call<Session>('POST', '/v3/directline/tokens/generate', {
      token: SECRET,
      json: { user: { id: 'dl_resident-7' } },
    });
    const started = await api.call<StartedSession>('POST', '/v3/directline/conversations', { token: body.token });

    expect(status).toBe(200);
    expect(userOf(started.body)).toBe('dl_resident-7');
  });

  it.each([
    ['a user without the prefix', { user: { id: 'resident-7' } }],
    ['a user id that is no text', { user: { id: 7 } }],
    ['origins that are no addresses', { trustedOrigins: ['anywhere'] }],
  ])('refuse to give a token for %s', async (_what, json) => {
    const { status, body } = await api.call('POST', '/v3/directline/tokens/generate', { token: SECRET, json });

    expect([status, body.error?.code]).toEqual([400, 'BadArgument']);
  });

  it('keep the sender that the token names, whatever a message says of itself', async () => {
    const session = await api.start();
    const spoofed = {
      type: 'message',
      text: 'hello',
      id: 'another|0000001',
      from: { id: 'assistant', role: 'bot' },
      timestamp: '1999-01-01T00:00:00Z',
      conversation: { id: 'another' },
      recipient: { id: 'somebody' },
      serviceUrl: 'https://elsewhere.example',
      replyToId: 'another|0000001',
      channelId: 'msteams',
    };

    const { body } = await api.post(session, spoofed);

    const [, stored] = await api.transcript(session);
    expect(stored).toMatchObject({
      id: body.id,
      from: { id: userOf(session), role: 'user' },
      channelId: 'directline',
      conversation: { id: session.conversationId },
    });
    expect(JSON.stringify(stored)).not.toMatch(/1999|elsewhere|somebody|another\|/);
  });

  it('let nobody put words of ours, or a day of deletion, beside their own', async () => {
    const session = await api.start();

    await api.post(session, {
      type: 'message',
      text: 'hello',
      channelData: { reply: { kind: 'answer' }, deletedOn: '2099-01-01', clientActivityID: 'a' },
    });

    const [, stored] = await api.transcript(session);
    const { deletedOn, ...rest } = stored?.channelData ?? {};
    expect(rest).toEqual({ clientActivityID: 'a' });
    expect(deletedOn).not.toBe('2099-01-01');
  });

  it('store a typing signal and an event without text as what they are', async () => {
    const session = await api.start();

    const typing = await api.post(session, { type: 'typing' });
    const event = await api.post(session, { type: 'event', name: 'opened', value: { by: 'launcher' } });

    expect([typing.status, event.status]).toEqual([200, 200]);
    const all = await api.transcript(session);
    expect(all.map(({ type }) => type)).toEqual(['message', 'event']);
    expect(all.filter(isFromBot)).toHaveLength(1);
  });
});

function userOf({ token }: Session): string {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { readonly user: string }).user;
}
