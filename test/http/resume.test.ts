import { ChatApi } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ManualClock } from '../support/manual-clock';

describe('coming back to a chat with an old token', () => {
  const clock = new ManualClock();
  let desk: TestDesk;
  let api: ChatApi;
  beforeAll(async () => {
    desk = await startDesk({ clock });
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  const resume = (token: string, origin = desk.url) =>
    api.call<{ token?: string; conversationId?: string; error?: { code: string } }>('POST', '/chat/resume', {
      token,
      headers: { Origin: origin },
    });

  it('gives a fresh token for the same chat within a day', async () => {
    const chat = await api.start();
    clock.advance({ minutes: 40 });
    expect((await api.say(chat, 'hello')).body.error?.code).toBe('TokenExpired');

    const { status, body } = await resume(chat.token);

    expect(status).toBe(200);
    expect(body.conversationId).toBe(chat.conversationId);
    expect((await api.say({ ...chat, token: body.token ?? '' }, 'hello')).status).toBe(200);
  });

  it('is over a day after the token has expired', async () => {
    const chat = await api.start();
    clock.advance({ days: 1, minutes: 31 });

    const { status, body } = await resume(chat.token);

    expect(status).toBe(403);
    expect(body.error?.code).toBe('TokenExpired');
  });

  it('is refused to pages of others, to tokens that are none, and to the token of a stream', async () => {
    const chat = await api.start();
    const streamToken = new URL(chat.streamUrl).searchParams.get('t') ?? '';

    expect((await resume(chat.token, 'https://elsewhere.example')).status).toBe(403);
    expect((await resume('garbage')).status).toBe(403);
    expect((await resume(streamToken)).status).toBe(403);
    expect((await api.call('POST', '/chat/resume', { headers: { Origin: desk.url } })).status).toBe(401);
  });

  it('does not bring back a chat that was deleted', async () => {
    const chat = await api.start();
    await api.call('DELETE', '/chat', { token: chat.token });

    expect((await resume(chat.token)).body.error?.code).toBe('ConversationNotFound');
  });
});
