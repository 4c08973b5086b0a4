import { openChat, rest, WELCOME } from './open-chat';

describe('sending', () => {
  it('says nothing to the desk and remembers nothing before the first message', async () => {
    const { desk, storage } = openChat();
    await rest();

    expect(desk.calls).toEqual([]);
    expect(storage.values.size).toBe(0);
  });

  it('starts a conversation with the first message and remembers it, but none of its words', async () => {
    const { desk, storage, said, write } = openChat();

    await write('how long do you keep calls');

    expect(desk.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /chat/token',
      'POST /v3/directline/conversations',
      'POST /v3/directline/conversations/c1/activities',
    ]);
    expect(said()).toEqual(['', 'how long do you keep calls']);
    expect(storage.remembered).toContain('"conversationId":"c1"');
    expect(storage.remembered).not.toContain('calls');
  });

  it('takes back a message that the desk shows, and shows it once', async () => {
    const { desk, said, state, write } = openChat();

    await write('hello');
    desk.sockets[0]?.receive({ activities: desk.log, watermark: '1' });

    expect(said()).toEqual(['', 'hello']);
    expect(state().outbox).toEqual([]);
  });

  it("puts the desk's own welcome in the place of the one that was on screen", async () => {
    const { desk, state, write } = openChat();

    await write('hello');
    desk.say({ type: 'message', text: 'welcome', from: { role: 'bot' }, channelData: { reply: WELCOME } });

    expect(state().turns.map(({ key }) => key)).toEqual(['welcome', 'own-1']);
  });

  it('says that a message was not sent, and tries again with the same id', async () => {
    const { chat, desk, state, write } = openChat();
    await write('one');
    desk.refuse('POST', '/activities', 500, 'ServiceError');
    await write('two');
    expect(state().outbox).toMatchObject([{ id: 'own-2', delivery: 'not-sent' }]);
    expect(state().alert).toMatchObject({ number: 1, what: { kind: 'not-sent-alert' } });

    chat.retry('own-2');
    await rest();

    const ids = desk.callsTo('/activities').map(({ body }) => body.channelData?.clientActivityID);
    expect(ids).toEqual(['own-1', 'own-2', 'own-2']);
    expect(state().outbox).toEqual([]);
  });

  it('sends the next message although one was not sent, and lets that one be deleted', async () => {
    const { chat, desk, said, state, write } = openChat();
    await write('one');
    desk.refuse('POST', '/activities', 429, 'TooManyRequests');
    await write('two');
    expect(state().alert).toMatchObject({ what: { kind: 'too-many-alert' } });

    await write('three');
    chat.discard('own-2');

    expect(said()).toEqual(['', 'one', 'three']);
    expect(state().outbox).toEqual([]);
  });

  it('keeps messages without a connection and sends them in order when it is back', async () => {
    const { desk, said, state, timers, write } = openChat();
    await write('one');
    desk.isReachable = false;
    await write('two');
    await write('three');
    expect(state().outbox.map(({ delivery }) => delivery)).toEqual(['waiting', 'waiting']);

    desk.isReachable = true;
    await timers.pass(2000);
    await rest();

    expect(said()).toEqual(['', 'one', 'two', 'three']);
  });

  it('does not start a second conversation when the answer to the first start was lost', async () => {
    const { desk, timers, said, write } = openChat();
    desk.next('POST', '/conversations', 'unreachable');
    await write('hello');

    await timers.pass(2000);
    await rest();

    expect(desk.callsTo('/chat/token')).toHaveLength(1);
    expect(desk.callsTo('/conversations').map(({ token }) => token)).toEqual(['token-1', 'token-1']);
    expect(said()).toEqual(['', 'hello']);
  });

  it('says that the chat cannot be used on a page that the desk does not know, and keeps the words', async () => {
    const { desk, said, state, write } = openChat();
    desk.refuse('POST', '/chat/token', 403, 'OriginNotAllowed');

    await write('hello');

    expect(said()).toEqual(['[refused]', '']);
    expect(state().draft).toBe('hello');
  });
});
