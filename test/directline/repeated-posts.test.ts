import { ChatApi, isFromBot, textsOf } from '../support/chat-api';
import { CountingDialog } from '../support/counting-dialog';
import { startDesk, type TestDesk } from '../support/desk-server';

/** A client that got no answer posts again. */
describe('a message that is posted again', () => {
  let desk: TestDesk;
  let api: ChatApi;
  beforeAll(async () => {
    desk = await startDesk({ rootDialog: new CountingDialog() });
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  it('is stored and answered once, and has one id', async () => {
    const session = await api.start();

    const first = await api.say(session, 'hello', 'same');
    const second = await api.say(session, 'hello', 'same');

    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(textsOf(await api.transcript(session)).slice(1)).toEqual(['hello', '1']);
  });

  it('is stored and answered once, also when it comes ten times at once', async () => {
    const session = await api.start();

    const answers = await Promise.all(Array.from({ length: 10 }, () => api.say(session, 'hello', 'same')));

    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id ?? ''}`)).size).toBe(1);
    expect(textsOf(await api.transcript(session)).slice(1)).toEqual(['hello', '1']);
  });

  it('is stored and answered once, also after others came between', async () => {
    const session = await api.start();

    const first = await api.say(session, 'first', 'a');
    await api.say(session, 'second', 'b');
    const again = await api.say(session, 'first', 'a');

    expect(again.body.id).toBe(first.body.id);
    expect(textsOf(await api.transcript(session)).slice(1)).toEqual(['first', '1', 'second', '2']);
  });

  it('is known by the first words that came with its id', async () => {
    const session = await api.start();

    await api.say(session, 'first', 'a');
    await api.say(session, 'something else', 'a');

    expect(textsOf(await api.transcript(session)).slice(1)).toEqual(['first', '1']);
  });

  it('is known also after the end of the chat, as is the end itself; anything new is refused', async () => {
    const session = await api.start();
    const end = { type: 'endOfConversation', channelData: { clientActivityID: 'the end' } };

    const first = await api.say(session, 'hello', 'same');
    const ended = await api.post(session, end);

    expect((await api.say(session, 'hello', 'same')).body).toEqual(first.body);
    expect((await api.post(session, end)).body).toEqual(ended.body);
    expect((await api.say(session, 'hello again', 'another')).body.error?.code).toBe('ConversationEnded');
    expect(textsOf(await api.transcript(session)).filter((text) => text === 'hello')).toHaveLength(1);
  });

  it.each(['\ud800', 'ä', '', 'x'.repeat(201)])('is a new one each time with an id that none is: "%s"', async (id) => {
    const session = await api.start();

    await api.say(session, 'hello', id);
    await api.say(session, 'hello', id);

    expect(textsOf(await api.transcript(session)).filter((text) => text === 'hello')).toHaveLength(2);
  });

  it('is another message in another conversation, and without an id', async () => {
    const [one, other] = [await api.start(), await api.start()];

    await api.say(one, 'hello', 'same');
    await api.say(other, 'hello', 'same');
    await api.say(other, 'hello');
    await api.say(other, 'hello');

    expect((await api.transcript(one)).filter(isFromBot)).toHaveLength(2);
    expect(textsOf(await api.transcript(other)).slice(1)).toEqual(['hello', '1', 'hello', '2', 'hello', '3']);
  });
});
