import { openChat, rest } from './open-chat';

describe('the connection', () => {
  it('comes back by itself after a loss, from the last watermark on, with what was missed', async () => {
    const { desk, said, state, timers, write } = openChat();
    await write('hello');
    desk.sockets[0]?.lose();
    desk.sayAsBot('missed');

    await timers.pass(1000);
    await rest();

    expect(said()).toEqual(['', 'hello', 'missed']);
    expect(desk.callsTo('/c1').map(({ path }) => path)).toEqual(['/v3/directline/conversations/c1?watermark=2']);
    expect(desk.callsTo('/activities').at(-1)?.path).toContain('watermark=2');
    expect(desk.sockets.filter(({ isOpen }) => isOpen)).toHaveLength(1);
    expect(state().link).toEqual({ kind: 'online' });
  });

  it('says nothing of a loss that is mended at once', async () => {
    const { desk, state, timers, write } = openChat();
    await write('hello');

    desk.sockets[0]?.lose();
    await timers.pass(1000);
    await rest();

    expect(state().status).toBeUndefined();
  });

  it('says once that there is no connection, and then how many messages were missed', async () => {
    const { desk, state, timers, write } = openChat();
    await write('hello');
    desk.isReachable = false;
    desk.sockets[0]?.lose();
    await timers.pass(20_000);
    expect(state().status).toEqual({ number: 1, what: { kind: 'offline' } });
    desk.sayAsBot('one');
    desk.sayAsBot('two');

    desk.isReachable = true;
    await timers.pass(30_000);
    await rest();

    expect(state().status).toEqual({ number: 2, what: { kind: 'online', missed: 2 } });
  });

  it('waits longer after each failure, half a minute at most', async () => {
    const { desk, timers, write } = openChat();
    await write('hello');
    desk.isReachable = false;
    desk.sockets[0]?.lose();
    const before = desk.calls.length;

    await timers.pass(1000 + 2000 + 4000 + 8000 + 16_000 + 30_000 + 30_000);

    expect(desk.calls.length - before).toBe(7);
  });

  it('tries at once when the person asks for it', async () => {
    const { chat, desk, state, timers, write } = openChat();
    await write('hello');
    desk.isReachable = false;
    desk.sockets[0]?.lose();
    await timers.pass(1000);

    desk.isReachable = true;
    chat.reconnectNow();
    chat.reconnectNow();
    await rest();

    expect(state().link).toEqual({ kind: 'online' });
    expect(desk.sockets.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  it('asks every three seconds where no socket can be opened', async () => {
    const { desk, said, state, timers, write } = openChat();
    desk.opensSockets = false;
    await write('hello');
    await timers.pass(2000);
    await rest();
    desk.sayAsBot('polled');

    await timers.pass(3000);

    expect(said()).toEqual(['', 'hello', 'polled']);
    expect(state().link).toEqual({ kind: 'online' });
    expect(desk.sockets).toHaveLength(2);
  });

  it('asks instead of opening one more socket after the desk has closed one on purpose', async () => {
    const { desk, timers, write } = openChat();
    await write('hello');
    desk.sockets[0]?.lose(1000);

    await timers.pass(1000);
    await rest();
    const before = desk.callsTo('/activities').length;
    await timers.pass(3000);

    expect(desk.callsTo('/activities').length).toBe(before + 1);
    expect(desk.sockets).toHaveLength(1);
  });

  it('ignores empty frames', async () => {
    const { desk, said, write } = openChat();
    await write('hello');

    desk.sockets[0]?.receive('');

    expect(said()).toEqual(['', 'hello']);
  });

  it('renews the token at half of its life, and again', async () => {
    const { desk, storage, timers, write } = openChat();
    await write('hello');

    await timers.pass(900_000);
    expect(desk.callsTo('/chat/resume')).toHaveLength(1);
    await timers.pass(900_000);

    expect(desk.callsTo('/chat/resume').map(({ token }) => token)).toEqual(['token-2', 'token-3']);
    expect(storage.remembered).toContain('token-4');
  });

  it('shows that the assistant is writing until it has written, or for fifteen seconds', async () => {
    const { desk, state, timers, write } = openChat();
    await write('hello');
    const typing = { activities: [{ type: 'typing', from: { role: 'bot' } }] };

    desk.sockets[0]?.receive(typing);
    expect(state().isTyping).toBe(true);
    desk.sayAsBot('done');
    expect(state().isTyping).toBe(false);

    desk.sockets[0]?.receive(typing);
    await timers.pass(15_000);
    expect(state().isTyping).toBe(false);
  });
});
