import { ChatApi, type ApiCall, type StartedSession } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { ManualClock } from '../support/manual-clock';

/** Stands for an id or a token that is only known when the service runs. */
type Place = 'OWN' | 'FOREIGN' | 'UNKNOWN';
const BASE = '/v3/directline';
const WHISPER = 'a-word-that-was-sent';

/** What may be in no answer: places in our code, and what the caller sent. */
const LEAK = new RegExp(`node_modules|\\.(?:ts|js):\\d|\\bat .+\\(|/(?:work|tmp|home|root|usr)/|${WHISPER}`);

describe('a call that cannot be done', () => {
  const clock = new ManualClock();
  let desk: TestDesk;
  let api: ChatApi;
  let own: StartedSession;
  let foreign: StartedSession;

  beforeAll(async () => {
    desk = await startDesk({ clock });
    api = new ChatApi(desk.url);
    own = await api.start();
    foreign = await api.start();
  });
  afterAll(() => desk.stop());

  const idOf = (place: Place): string => (place === 'OWN' ? own : foreign).conversationId;
  const at = (path: string): string => path.replace(/OWN|FOREIGN/, (place) => idOf(place as Place));
  const streamToken = ({ streamUrl }: StartedSession): string => new URL(streamUrl).searchParams.get('t') ?? '';

  async function refused(method: string, path: string, call: ApiCall): Promise<[number, string | undefined]> {
    const { status, body, text } = await api.call(method, at(path), call);
    expect(text).not.toMatch(LEAK);
    expect(Object.keys(body.error ?? {})).toEqual(['code', 'message']);
    return [status, body.error?.code];
  }

  describe.each([
    ['POST', `${BASE}/tokens/refresh`],
    ['POST', `${BASE}/conversations`],
    ['GET', `${BASE}/conversations/OWN`],
    ['GET', `${BASE}/conversations/OWN/activities`],
    ['POST', `${BASE}/conversations/OWN/activities`],
    ['POST', `${BASE}/conversations/OWN/upload`],
    ['POST', `${BASE}/tokens/generate`],
    ['GET', '/chat/transcript'],
    ['DELETE', '/chat'],
  ])('%s %s', (method, path) => {
    it('is refused without a token', async () => {
      expect(await refused(method, path, {})).toEqual([401, 'Unauthorized']);
    });

    it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer two words', 'Token abc'])(
      'is refused with the header "%s"',
      async (header) => {
        expect(await refused(method, path, { headers: { Authorization: header } })).toEqual([401, 'Unauthorized']);
      },
    );

    it.each([
      ['with garbage', () => WHISPER],
      ['with a token that says it needs no signature', () => unsigned(own.token)],
      ['with a token of which the signature was changed', () => own.token.slice(0, -4) + 'AAAA'],
      ['with the token of a stream', () => streamToken(own)],
    ])('is refused %s', async (_what, token) => {
      expect(await refused(method, path, { token: token() })).toEqual([403, 'Forbidden']);
    });
  });

  it.each([
    ['GET', `${BASE}/conversations/FOREIGN`],
    ['GET', `${BASE}/conversations/FOREIGN/activities`],
    ['POST', `${BASE}/conversations/FOREIGN/activities`],
    ['POST', `${BASE}/conversations/FOREIGN/upload`],
    ['GET', `${BASE}/conversations/nobody-s/activities`],
  ])('is refused in a conversation of others: %s %s', async (method, path) => {
    const json = method === 'POST' ? { type: 'message', text: WHISPER } : undefined;

    expect(await refused(method, path, { token: own.token, json })).toEqual([403, 'Forbidden']);
  });

  it.each([
    ['GET', ''],
    ['GET', '/activities'],
    ['POST', '/activities'],
  ])('is refused in a conversation that has not been started: %s %s', async (method, path) => {
    const { token, conversationId } = await api.token();
    const json = method === 'POST' ? { type: 'message', text: WHISPER } : undefined;

    const answer = await refused(method, `${BASE}/conversations/${conversationId}${path}`, { token, json });

    expect(answer).toEqual([404, 'ConversationNotFound']);
  });

  it('is refused to everybody as a maker of tokens when no secret is configured', async () => {
    expect(await refused('POST', `${BASE}/tokens/generate`, { token: own.token })).toEqual([403, 'Forbidden']);
    expect(await refused('POST', `${BASE}/tokens/generate`, { token: 'undefined' })).toEqual([403, 'Forbidden']);
  });

  it.each([
    ['GET', '/nowhere', 404, 'NotFound'],
    ['GET', `${BASE}/conversations/OWN/members`, 404, 'NotFound'],
    ['GET', `/${WHISPER}`, 404, 'NotFound'],
    ['GET', '/v3/directline/session/getsessionid', 404, 'NotFound'],
    ['POST', '/api/messages', 404, 'NotFound'],
    ['PUT', '/chat/token', 405, 'MethodNotAllowed'],
    ['GET', `${BASE}/tokens/generate`, 405, 'MethodNotAllowed'],
    ['DELETE', `${BASE}/conversations/OWN/activities`, 405, 'MethodNotAllowed'],
  ])('says what is wrong with %s %s', async (method, path, status, code) => {
    expect(await refused(method, path, { token: own.token })).toEqual([status, code]);
  });

  it.each(['x', '-1', '1.5', '1e3', WHISPER, '1'.repeat(16), '%00', "1' OR '1'='1"])(
    'is refused with the watermark "%s"',
    async (watermark) => {
      const { token } = own;
      const query = `?watermark=${watermark}`;

      expect(await refused('GET', `${BASE}/conversations/OWN/activities${query}`, { token })).toEqual([
        400,
        'BadArgument',
      ]);
      expect(await refused('GET', `${BASE}/conversations/OWN${query}`, { token })).toEqual([400, 'BadArgument']);
    },
  );

  // Last, since the clock does not go back.
  it('is refused when the token has expired, and not a second before', async () => {
    const { token, conversationId } = await api.start();
    const path = `${BASE}/conversations/${conversationId}/activities`;

    clock.advance({ minutes: 30, seconds: -1 });
    expect((await api.call('GET', path, { token })).status).toBe(200);
    clock.advance({ seconds: 1 });

    expect(await refused('GET', path, { token })).toEqual([403, 'TokenExpired']);
    expect(await refused('POST', `${BASE}/tokens/refresh`, { token })).toEqual([403, 'TokenExpired']);
    expect(await refused('POST', `${BASE}/conversations`, { token })).toEqual([403, 'TokenExpired']);
    expect(await refused('DELETE', '/chat', { token })).toEqual([403, 'TokenExpired']);
  });
});

/** The token with the header of one that nobody signed. */
function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}
