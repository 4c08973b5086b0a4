import { openChat, rest } from './open-chat';

const event = (replyToId: string, helpful: boolean) => ({
  type: 'event',
  name: 'feedback',
  value: { replyToId, helpful },
});

describe('what is said of a reply', () => {
  it('is posted as an event, and known once the desk has shown it back', async () => {
    const { chat, desk, state, write } = openChat();
    await write('hello');

    const isHeard = await chat.tell(event('c1|2', false));
    await rest();

    expect(isHeard).toBe(true);
    expect(desk.callsTo('/activities').at(-1)?.body).toMatchObject(event('c1|2', false));
    expect(state().rated).toEqual({ 'c1|2': false });
  });

  it('counts as it was said last, from whichever window', async () => {
    const { desk, state, said, write } = openChat();
    await write('hello');
    const before = said();

    desk.say({ ...event('c1|2', false), from: { role: 'user' } });
    desk.say({ ...event('c1|2', true), from: { role: 'user' } });
    desk.say({ ...event('c1|4', false), from: { role: 'user' } });

    expect(state().rated).toEqual({ 'c1|2': true, 'c1|4': false });
    expect(said()).toEqual(before);
  });

  it('is not heard without a conversation, nor by a desk that cannot be reached', async () => {
    const { chat, desk, state, write } = openChat();
    expect(await chat.tell(event('c1|2', true))).toBe(false);
    await write('hello');
    desk.isReachable = false;

    expect(await chat.tell(event('c1|2', true))).toBe(false);
    expect(state().rated).toEqual({});
  });

  it('is forgotten when a new chat is begun', async () => {
    const { chat, desk, state, write } = openChat();
    await write('hello');
    desk.say({ ...event('c1|2', true), from: { role: 'user' } });

    chat.beginAgain();

    expect(state().rated).toEqual({});
  });
});
