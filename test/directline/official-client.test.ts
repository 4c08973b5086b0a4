import { ChatApi, isFromBot } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { DirectLineClient } from '../support/direct-line-client';

/** botframework-directlinejs, unchanged, against the whole service. */
describe.each([
  ['over a socket', true],
  ['by polling', false],
])('the official client %s', (_way, webSocket) => {
  let desk: TestDesk;
  let api: ChatApi;
  const clients: DirectLineClient[] = [];

  beforeAll(async () => {
    desk = await startDesk();
    api = new ChatApi(desk.url);
  });
  afterEach(() => clients.splice(0).forEach((client) => client.end()));
  afterAll(() => desk.stop());

  async function connect(options: Partial<ConstructorParameters<typeof DirectLineClient>[0]> = {}) {
    const token = options.token ?? (await api.token()).token;
    const client = new DirectLineClient({ url: desk.url, webSocket, ...options, token });
    clients.push(client);
    return client;
  }

  it('is welcomed once, and hears who speaks', async () => {
    const client = await connect();

    await client.untilReceived(1);
    await client.say('How long do you keep recordings of my calls?');
    await client.untilReceived(3);

    expect(client.received.map(({ channelData }) => channelData?.reply?.kind)).toEqual([
      'welcome',
      undefined,
      'answer',
    ]);
    expect(client.received.map(isFromBot)).toEqual([true, false, true]);
  });

  it('gets its own message back with the id of the post and its own id in it', async () => {
    const client = await connect();

    const id = await client.say('hello', 'my-own-id');
    await client.untilReceived(3);

    const [, echo] = client.received;
    expect(echo).toMatchObject({ id, text: 'hello', channelData: { clientActivityID: 'my-own-id' } });
  });

  it('says that a reply did not help, and is led on', async () => {
    const client = await connect();
    await client.say('How long do you keep recordings of my calls?');
    await client.untilReceived(3);
    const replyToId = client.received[2]?.id;

    const id = await client.post({ type: 'event', name: 'feedback', value: { replyToId, helpful: false } });
    await client.untilReceived(5);

    expect(client.received[3]).toMatchObject({ id, type: 'event', value: { replyToId, helpful: false } });
    expect(client.received[4]?.channelData?.reply?.kind).toBe('clarify');
  });

  it('is shown to two windows of one conversation alike, without the one closing the other', async () => {
    const first = await connect();
    await first.untilReceived(1);
    const second = await connect({ token: first.token, conversationId: first.conversationId });
    await second.untilReceived(1);

    await first.say('hello');
    await Promise.all([first.untilReceived(3), second.untilReceived(3)]);
    await second.say('thank you');
    await Promise.all([first.untilReceived(5), second.untilReceived(5)]);

    expect(second.received).toEqual(first.received);
    // Once connecting, once online: neither had to come back.
    expect([first.statuses, second.statuses]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it.each([
    ['from the start', '', [1, 2, 3, 4, 5]],
    ['after what it has seen', '3', [4, 5]],
  ])('goes on after the page is loaded again %s', async (_where, watermark, expected) => {
    const before = await connect();
    await before.say('hello');
    await before.say('thank you');
    await before.untilReceived(5);
    before.end();

    const { token, conversationId } = before;
    const after = await connect({ token, conversationId, watermark });
    await after.untilReceived(expected.length);

    expect(after.received).toEqual(expected.map((sequence) => before.received[sequence - 1]));
  });
});

describe('somebody typing', () => {
  it('is seen over a socket, and is nowhere in what was said', async () => {
    const desk = await startDesk();
    const api = new ChatApi(desk.url);
    const session = await api.start();
    const writing = new DirectLineClient({ url: desk.url, ...session });
    const watching = new DirectLineClient({ url: desk.url, ...session });
    const polling = new DirectLineClient({ url: desk.url, ...session, webSocket: false });
    try {
      await Promise.all([writing, watching, polling].map((client) => client.untilReceived(1)));

      await writing.post({ type: 'typing' });
      await watching.until('typing', ({ received }) => received.some(({ type }) => type === 'typing'));
      await writing.say('hello');
      await Promise.all([watching.untilReceived(4), polling.untilReceived(3)]);

      expect(watching.received.map(({ type }) => type)).toEqual(['message', 'typing', 'message', 'message']);
      expect(polling.received.map(({ type }) => type)).toEqual(['message', 'message', 'message']);
    } finally {
      [writing, watching, polling].forEach((client) => client.end());
      await desk.stop();
    }
  });
});
