import WebSocket from 'ws';

import { ChatApi, type Session, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';

const SECRET = 'a-secret-of-the-landlord-longer-than-32-characters';
const LANDLORD = 'https://www.landlord.example';
const STRANGER = 'https://stranger.example';
const BASE = '/v3/directline';

describe('a page of another origin', () => {
  let desk: TestDesk;
  let api: ChatApi;
  beforeAll(async () => {
    desk = await startDesk({ settings: { ALLOWED_ORIGINS: LANDLORD, DIRECT_LINE_SECRET: SECRET } });
    api = new ChatApi(desk.url);
  });
  afterAll(() => desk.stop());

  it('of the landlord gets a token and may read it', async () => {
    const { status, headers } = await api.call('POST', '/chat/token', { headers: { Origin: LANDLORD } });

    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(LANDLORD);
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each([
    ['a stranger', STRANGER],
    ['one that looks alike', `${LANDLORD}.stranger.example`],
    ['the same host without encryption', LANDLORD.replace('https', 'http')],
    ['another port', `${LANDLORD}:8443`],
    ['a sandboxed frame', 'null'],
    ['no page at all', undefined],
  ])('that is not of the landlord gets no token: %s', async (_who, origin) => {
    const headers = origin === undefined ? {} : { Origin: origin };

    const answer = await api.call('POST', '/chat/token', { headers });

    expect([answer.status, answer.body.error?.code]).toEqual([403, 'OriginNotAllowed']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/chat/token', `${BASE}/conversations`, `${BASE}/conversations/any/activities`, '/chat'])(
    'is told before it asks what it may do: %s',
    async (path) => {
      const preflight = (origin: string) =>
        api.call('OPTIONS', path, {
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'authorization,content-type,x-ms-bot-agent',
          },
        });

      const landlord = await preflight(LANDLORD);
      const stranger = await preflight(STRANGER);

      expect([landlord.status, landlord.headers.get('access-control-allow-origin')]).toEqual([204, LANDLORD]);
      expect(landlord.headers.get('access-control-allow-methods')).toMatch(/GET.*POST.*DELETE/);
      expect(landlord.headers.get('access-control-allow-headers')).toMatch(
        /Authorization.*Content-Type.*x-ms-bot-agent/,
      );
      expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it.each([
    ['a refusal', `${BASE}/conversations`, 401],
    ['an unknown address', '/nowhere', 404],
  ])('may read %s too, if it is of the landlord', async (_what, path, status) => {
    const answer = await api.call('POST', path, { headers: { Origin: LANDLORD } });

    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, LANDLORD]);
  });

  it('is never allowed to send cookies', async () => {
    const { headers } = await api.call('POST', '/chat/token', { headers: { Origin: LANDLORD } });

    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('can use a token with trusted origins only if it is of one of them', async () => {
    const { body } = await api.call<Session>('POST', `${BASE}/tokens/generate`, {
      token: SECRET,
      json: { trustedOrigins: [LANDLORD] },
    });
    const start = (headers: Record<string, string>) =>
      api.call('POST', `${BASE}/conversations`, { token: body.token, headers });

    const stranger = await start({ Origin: STRANGER });
    const landlord = await start({ Origin: LANDLORD });
    const refreshed = await api.call<Session>('POST', `${BASE}/tokens/refresh`, { token: body.token });
    const strangerLater = await api.call('POST', `${BASE}/conversations`, {
      token: refreshed.body.token,
      headers: { Origin: STRANGER },
    });

    expect([stranger.status, stranger.body.error?.code]).toEqual([403, 'OriginNotAllowed']);
    expect(landlord.status).toBe(201);
    expect(strangerLater.status).toBe(403);
  });

  it('can open the stream of such a token only if it is of one of them, too', async () => {
    const json = { trustedOrigins: [LANDLORD] };
    const { body } = await api.call<Session>('POST', `${BASE}/tokens/generate`, { token: SECRET, json });
    const started = await api.call<StartedSession>('POST', `${BASE}/conversations`, { token: body.token });

    // The service's own pages are allowed in general, but not by this token.
    expect(await open(started.body.streamUrl, desk.url)).toBe(403);
    expect(await open(started.body.streamUrl, LANDLORD)).toBe('opened');
  });
});

function open(address: string, origin: string): Promise<number | undefined | 'opened'> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { origin });
    socket.on('unexpected-response', (_request, response) => resolve(response.resume().statusCode));
    socket.on('error', reject);
    socket.on('open', () => {
      resolve('opened');
      socket.terminate();
    });
  });
}
