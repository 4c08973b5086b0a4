import { connect } from 'node:net';

import { ChatApi } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';

const PATHS = ['/', '/notice', '/notice/1999-01', '/widget.js', '/healthz', '/chat/transcript', '/nowhere'];

describe('every answer', () => {
  let desk: TestDesk;
  let api: ChatApi;
  beforeAll(async () => {
    desk = await startDesk();
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  it.each(PATHS)('keeps browsers from doing what no page of ours does: %s', async (path) => {
    const { headers } = await api.call('GET', path);

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/chat/transcript', '/healthz', '/nowhere'])(
    'about a person or a moment is kept by nobody: %s',
    async (path) => {
      expect((await api.call('GET', path)).headers.get('cache-control')).toBe('no-store');
    },
  );

  it('insists on encryption where users come by it, and only there', async () => {
    const encrypted = await startDesk({ settings: { PUBLIC_URL: 'https://privacy.landlord.example' } });

    const there = await new ChatApi(encrypted.url).call('GET', '/');
    const here = await api.call('GET', '/');
    await encrypted.stop();

    expect(there.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(here.headers.get('strict-transport-security')).toBeNull();
  });

  // The server library lets some of these end the process, unless it is kept from seeing them.
  it.each([
    ['an address that is none', 'GET http://[bad HTTP/1.1', 'x', 400],
    ['a port that is none', 'GET http://host:99999/ HTTP/1.1', 'x', 400],
    ['a host that is none', 'GET / HTTP/1.1', '[bad', 400],
    ['a host with a space', 'GET / HTTP/1.1', 'a b', 400],
    ['no address', 'OPTIONS * HTTP/1.1', 'x', 400],
    ['half a character', 'GET /notice/%ff HTTP/1.1', 'x', 404],
    ['two slashes', 'GET //chat/transcript HTTP/1.1', 'x', 404],
    ['an empty host', 'GET /healthz HTTP/1.1', '', 200],
  ])('comes also to %s', async (_what, line, host, status) => {
    expect(await answerTo(desk.port, `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain(
      `HTTP/1.1 ${status} `,
    );
    expect((await api.call('GET', '/healthz')).status).toBe(200);
  });

  it('to what is no HTTP is a refusal and the end of the connection', async () => {
    expect(await answerTo(desk.port, 'GARBAGE\r\n\r\n')).toContain('HTTP/1.1 400 ');
  });
});

/** Everything that comes until the service closes the connection. */
function answerTo(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
