import { openChat, rest, type OpenedChat } from './open-chat';

/** The chat of a person who wrote, closed the page and opened it again. */
async function comeBack(afterMs = 60_000): Promise<OpenedChat> {
  const before = openChat();
  await before.write('hello');
  before.desk.sayAsBot('good day');
  before.desk.sockets[0]?.lose();
  const { desk, timers, storage } = before;
  await timers.pass(0);
  // The page is gone, and with it all that it would have done.
  const later = Object.assign(Object.create(timers) as typeof timers, { now: () => timers.now() + afterMs });
  return openChat({ desk, storage, timers: later });
}

describe('coming back', () => {
  it('offers the chat of before without showing it', async () => {
    const { said, state } = await comeBack();

    expect(state().view.kind).toBe('resume');
    expect(said()).toEqual(['']);
  });

  it('brings the whole chat when the person carries on', async () => {
    const { chat, said, state } = await comeBack();

    chat.carryOn();
    await rest();

    expect(said()).toEqual(['hello', 'good day']);
    expect(state()).toMatchObject({ view: { kind: 'chat' }, isQuiet: true, link: { kind: 'online' } });
  });

  it('forgets the chat of before when the person starts a new one', async () => {
    const { chat, said, state, storage } = await comeBack();

    chat.beginAgain();

    expect(storage.values.size).toBe(0);
    expect(state().view.kind).toBe('chat');
    expect(said()).toEqual(['']);
  });

  it('brings the chat back with a fresh token when the old one has expired', async () => {
    const { chat, desk, said, storage } = await comeBack(40 * 60_000);

    chat.carryOn();
    await rest();

    expect(said()).toEqual(['hello', 'good day']);
    expect(desk.callsTo('/chat/resume')).toHaveLength(1);
    expect(storage.remembered).toContain('token-4');
  });

  it('starts afresh, and says so, when a day has passed', async () => {
    const { said, state, storage } = await comeBack(25 * 3_600_000);

    expect(said()).toEqual(['[expired]', '']);
    expect(state().view.kind).toBe('chat');
    expect(storage.values.size).toBe(0);
  });

  it('starts afresh when the desk finds the token too old', async () => {
    const { chat, desk, said } = await comeBack();
    desk.refuse('GET', '/activities', 403, 'TokenExpired');

    chat.carryOn();
    await rest();

    expect(said()).toEqual(['[expired]', '']);
  });

  it('starts afresh when the chat was deleted', async () => {
    const { chat, desk, said, storage } = await comeBack();
    desk.refuse('GET', '/activities', 404, 'ConversationNotFound');

    chat.carryOn();
    await rest();

    expect(said()).toEqual(['[gone]', '']);
    expect(storage.values.size).toBe(0);
  });
});

describe('a chat that is over while the person writes', () => {
  it('keeps what was written when the chat was deleted, and sends it in a new one', async () => {
    const { chat, desk, said, state, write } = openChat();
    await write('one');
    desk.refuse('POST', '/activities', 404, 'ConversationNotFound');
    await write('two');
    expect(said()).toEqual(['[gone]', '']);
    expect(state().draft).toBe('two');

    chat.write(state().draft);
    await rest();

    expect(desk.callsTo('/chat/token')).toHaveLength(2);
  });

  it('keeps on screen what was said when the token is too old', async () => {
    const { desk, said, state, write } = openChat();
    await write('one');
    desk.refuse('POST', '/activities', 403, 'TokenExpired');

    await write('two');

    expect(said()).toEqual(['', 'one', '[expired]']);
    expect(state().draft).toBe('two');
  });

  it('shows the end when another tab has ended it', async () => {
    const { desk, state, storage, write } = openChat();
    await write('one');

    desk.say({ type: 'endOfConversation', from: { role: 'user' } });

    expect(state().view.kind).toBe('ended');
    expect(state().link.kind).toBe('none');
    expect(storage.values.size).toBe(0);
  });

  it('shows the end, and keeps the words, when a message comes too late', async () => {
    const { desk, state, write } = openChat();
    await write('one');
    desk.refuse('POST', '/activities', 403, 'ConversationEnded');

    await write('two');

    expect(state()).toMatchObject({ view: { kind: 'ended' }, draft: 'two', outbox: [] });
  });

  it('lets go of the chat when another tab has cleared the device', async () => {
    const { chat, said, storage, timers, write } = openChat();
    await write('one');
    storage.values.clear();

    chat.clearedElsewhere();
    await timers.pass(1500);

    expect(said()).toEqual(['[cleared]', '']);
  });
});
