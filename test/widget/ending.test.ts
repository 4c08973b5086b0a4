import { openChat, rest } from './open-chat';

describe('ending a chat', () => {
  it('tells the desk and forgets the chat on this device', async () => {
    const { chat, desk, state, storage, write } = openChat();
    await write('hello');

    await chat.end();

    expect(desk.callsTo('/activities').at(-1)?.body).toMatchObject({ type: 'endOfConversation' });
    expect(state().view.kind).toBe('ended');
    expect(storage.values.size).toBe(0);
    expect(desk.sockets.some(({ isOpen }) => isOpen)).toBe(false);
  });

  it('forgets the chat also where the desk cannot be told', async () => {
    const { chat, desk, storage, state, write } = openChat();
    await write('hello');
    desk.isReachable = false;

    await chat.end();

    expect(state().view.kind).toBe('ended');
    expect(storage.values.size).toBe(0);
  });

  it('can still be downloaded', async () => {
    const { chat, saved, write } = openChat();
    await write('hello');
    await chat.end();

    await chat.download('text');
    await chat.download('json');

    expect(saved).toEqual(['text', 'json']);
  });

  it('says that a download failed', async () => {
    const { chat, desk, saved, state, write } = openChat();
    await write('hello');
    desk.refuse('GET', '/chat/transcript', 503, 'ServiceUnavailable');

    await chat.download('text');

    expect(saved).toEqual([]);
    expect(state().alert).toMatchObject({ what: { kind: 'download-failed' } });
  });

  it('lets go of a chat that is gone from the desk when it is to be downloaded', async () => {
    const { chat, desk, saved, state, storage, write } = openChat();
    await write('hello');
    await chat.end();
    desk.refuse('GET', '/chat/transcript', 404, 'BadArgument');

    await chat.download('text');

    expect(saved).toEqual([]);
    expect(state().view.kind).not.toBe('ended');
    expect(state().alert).toBeUndefined();
    expect(storage.values.size).toBe(0);
  });

  it('gives the receipt of a deletion only when the desk has confirmed it', async () => {
    const { chat, state, write } = openChat();
    await write('hello');
    await chat.end();

    const deletion = chat.deleteNow();
    expect(state().view).toEqual({ kind: 'confirm-delete', isBusy: true });
    await deletion;

    const deletedAt = '2026-11-24T10:59:00Z';
    expect(state().view).toEqual({ kind: 'deleted', deletedAt, messages: 4, references: [] });
  });

  it('says when a chat is closed and deleted later, and lets go of it', async () => {
    const { chat, desk, state, storage, write } = openChat();
    await write('hello');
    await chat.end();
    desk.next('DELETE', '/chat', { status: 202, body: { deletedAt: null, messages: 4 } });

    await chat.deleteNow();

    expect(state().view).toEqual({ kind: 'deleted', deletedAt: null, messages: 4, references: [] });
    expect(storage.values.size).toBe(0);
  });

  it('says that a chat has not been deleted, and lets the person try again', async () => {
    const { chat, desk, state, write } = openChat();
    await write('hello');
    await chat.end();
    desk.refuse('DELETE', '/chat', 500, 'ServiceError');

    await chat.deleteNow();

    expect(state().view).toEqual({ kind: 'confirm-delete', isBusy: false });
    expect(state().alert).toMatchObject({ what: { kind: 'delete-failed' } });
  });

  it('leaves the page at once, with nothing left on the device', async () => {
    const { chat, left, storage, write, desk } = openChat();
    await write('hello');

    chat.leave();

    expect(left.isAway).toBe(true);
    expect(storage.values.size).toBe(0);
    await rest();
    expect(desk.sockets.some(({ isOpen }) => isOpen)).toBe(false);
  });
});
