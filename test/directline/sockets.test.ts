import { connect } from 'node:net';
import WebSocket from 'ws';

import { ChatApi, type StartedSession, type WireActivity } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ManualClock } from '../support/manual-clock';

interface Refusal {
  readonly status: number | undefined;
  readonly code: string;
}

describe('a socket', () => {
  const clock = new ManualClock();
  let desk: TestDesk;
  let api: ChatApi;
  let session: StartedSession;

  beforeAll(async () => {
    desk = await startDesk({ clock });
    api = new ChatApi(desk.url);
  });
  beforeEach(async () => {
    session = await api.start();
  });
  afterAll(() => desk.stop());

  const stream = (change: (url: URL) => void = () => undefined): string => {
    const url = new URL(session.streamUrl);
    change(url);
    return url.href;
  };

  it.each<[string, (url: URL) => void, number, string]>([
    ['to nowhere', (url) => (url.pathname = '/nowhere'), 404, 'NotFound'],
    ['to a call that is not a stream', (url) => (url.pathname = '/chat/token'), 404, 'NotFound'],
    ['to two slashes', (url) => (url.pathname = '//'), 404, 'NotFound'],
    ['without a token', (url) => url.searchParams.delete('t'), 403, 'Forbidden'],
    ['with garbage as a token', (url) => url.searchParams.set('t', 'garbage'), 403, 'Forbidden'],
    ['with a token for calls', (url) => url.searchParams.set('t', session.token), 403, 'Forbidden'],
    [
      'of another conversation',
      (url) => (url.pathname = url.pathname.replace(/.{4}\/stream/, '1234/stream')),
      403,
      'Forbidden',
    ],
    ['with a watermark that is not ours', (url) => url.searchParams.set('watermark', '-1'), 400, 'BadArgument'],
  ])('%s is refused and closed', async (_what, change, status, code) => {
    expect(await refusalOf(stream(change))).toEqual({ status, code });
    expect((await api.call('GET', '/healthz')).status).toBe(200);
  });

  it('brings one activity in a frame, with the watermark to go on after it', async () => {
    await api.say(session, 'hello');
    const socket = new WebSocket(stream());

    const frames = await nextFrames(socket, 3);

    expect(frames.map(({ activities }) => activities.map(({ id }) => Number(id?.split('|')[1])))).toEqual([
      [1],
      [2],
      [3],
    ]);
    expect(frames.map(({ watermark }) => watermark)).toEqual(['1', '2', '3']);
    socket.terminate();
  });

  it('from a page of strangers is refused', async () => {
    expect(await refusalOf(stream(), { origin: 'https://stranger.example' })).toEqual({
      status: 403,
      code: 'OriginNotAllowed',
    });
  });

  it('from a page of ours is opened', async () => {
    const socket = new WebSocket(stream(), { origin: desk.url });

    const [first] = await next(socket, 1);

    expect(first?.channelData?.reply?.kind).toBe('welcome');
    socket.terminate();
  });

  it('is refused a minute after its address was given out, and not a second before', async () => {
    const address = stream();

    clock.advance({ seconds: 59 });
    const socket = new WebSocket(address);
    await next(socket, 1);
    socket.terminate();
    clock.advance({ seconds: 1 });

    expect(await refusalOf(address)).toEqual({ status: 403, code: 'TokenExpired' });
  });

  it('of a deleted conversation is refused', async () => {
    await api.call('DELETE', '/chat', { token: session.token });

    expect(await refusalOf(stream())).toEqual({ status: 404, code: 'ConversationNotFound' });
  });

  it('that was refused does not keep the service from stopping, even if its client keeps it open', async () => {
    const other = await startDesk();
    const socket = connect({ port: other.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await new Promise((resolve) => socket.resume().once('end', resolve));

    await other.stop();

    socket.destroy();
  });

  it('closes the oldest of a conversation when a sixth is opened', async () => {
    const sockets = Array.from({ length: 5 }, () => new WebSocket(stream()));
    await Promise.all(sockets.map((socket) => next(socket, 1)));
    const oldest = closing(sockets[0] as WebSocket);

    const sixth = new WebSocket(stream());
    await next(sixth, 1);

    expect(await oldest).toEqual({ code: 1000, reason: 'opened elsewhere' });
    const heard = sockets.slice(1).map((socket) => next(socket, 2));
    await api.say(session, 'hello');
    await Promise.all(heard);
    for (const socket of [...sockets, sixth]) socket.terminate();
  });

  it('that says something unreasonable is closed, and the others are not', async () => {
    const [loud, quiet] = [new WebSocket(stream()), new WebSocket(stream())];
    await Promise.all([next(loud, 1), next(quiet, 1)]);
    const closed = closing(loud);

    loud.send('x'.repeat(5000));

    expect((await closed).code).toBe(1009);
    const heard = next(quiet, 2);
    await api.say(session, 'hello');
    expect(await heard).toHaveLength(2);
    quiet.terminate();
  });

  it('is told when the service stops', async () => {
    const other = await startDesk();
    const { streamUrl } = await new ChatApi(other.url).start();
    const socket = new WebSocket(streamUrl);
    await next(socket, 1);
    const closed = closing(socket);

    await other.stop();

    expect((await closed).code).toBe(1001);
  });
});

function refusalOf(address: string, options: WebSocket.ClientOptions = {}): Promise<Refusal> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, options);
    socket.on('open', () => reject(new Error('the socket was opened')));
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('close', () => {
        const { error } = JSON.parse(text) as { readonly error: { readonly code: string } };
        resolve({ status: response.statusCode, code: error.code });
      });
    });
  });
}

interface Frame {
  readonly activities: readonly WireActivity[];
  readonly watermark?: string;
}

function nextFrames(socket: WebSocket, count: number): Promise<Frame[]> {
  return new Promise((resolve, reject) => {
    const frames: Frame[] = [];
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      // An empty one is a sign of life only.
      if (data.length > 0) frames.push(JSON.parse(data.toString()) as Frame);
      if (frames.length >= count) resolve(frames);
    });
  });
}

/** The next activities. */
async function next(socket: WebSocket, count: number): Promise<WireActivity[]> {
  return (await nextFrames(socket, count)).flatMap(({ activities }) => activities);
}

function closing(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
}
