import { startPagesDesk, type PagesDesk } from '../support/request-desk';

describe('what pages for requests refuse', () => {
  let pages: PagesDesk;
  beforeAll(async () => {
    pages = await startPagesDesk();
  });
  beforeEach(() => pages.forget());
  afterAll(() => pages.stop());

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('is a form on another site: %j', async (headers: Record<string, string>) => {
    const page = await pages.visitor(headers).open('/request');
    await page.send({ want: 'access' });

    expect(page.status).toBe(403);
    expect(page.words).toContain('This was not sent from our page');
    expect(pages.cases()).toEqual([]);
  });

  it.each([[{ 'sec-fetch-site': 'none' }], [{}]])('is not one of ours: %j', async (headers: Record<string, string>) => {
    const page = await pages.visitor(headers).open('/request');
    await page.send({ want: 'access' });

    expect(page.status).toBe(200);
    expect(pages.cases()).toHaveLength(1);
  });

  it('is not one of ours in a browser that names the origin alone', async () => {
    const page = await pages.visitor({ origin: pages.desk.url }).open('/request');
    await page.send({ want: 'access' });

    expect(pages.cases()).toHaveLength(1);
  });

  it.each(['', 'a.b.c'])('is a page without a token of ours: "%s"', async (token) => {
    const page = await pages.visitor().open('/request');
    await page.send({ token, want: 'access' });

    expect(page.status).toBe(403);
    expect(pages.cases()).toEqual([]);
  });

  it('is a token that was changed, or is for something else', async () => {
    const page = await pages.visitor().open('/request');
    const [head, payload, signature] = tokenIn(page.text).split('.');
    const family = { ...(JSON.parse(fromBase64(payload)) as object), use: 'answers', family: 'AAAA-AAA', shown: {} };
    await page.send({ token: [head, toBase64(JSON.stringify(family)), signature].join('.'), want: 'access' });
    expect(page.status).toBe(403);

    await page.open('/request/status');
    const forStatus = tokenIn(page.text);
    await page.open('/request');
    await page.send({ token: forStatus, want: 'access' });
    expect(page.status).toBe(403);
    expect(pages.cases()).toEqual([]);
  });

  it('is a token of the chat', async () => {
    const chat = await fetch(`${pages.desk.url}/chat/token`, { method: 'POST', headers: { origin: pages.desk.url } });
    const { token } = (await chat.json()) as { token: string };
    const page = await (await pages.visitor().open('/request')).send({ token, want: 'access' });

    expect(page.status).toBe(403);
    expect(pages.cases()).toEqual([]);
  });

  it('is nothing that was written on a first page which was open for a day: it can be sent again', async () => {
    const page = await pages.visitor().open('/request');
    const body = page.body({ want: ['access', 'erasure'], words: 'My "file" <b>' });
    pages.clock.advance({ days: 1, minutes: 1 });
    await page.post(body);

    expect(page.status).toBe(403);
    expect(page.words).toContain('It has not been sent yet');
    expect(pages.cases()).toEqual([]);

    await page.send();
    expect(page.words).toContain('Your request is recorded');
    expect(pages.cases().map(({ matter, words }) => [matter, words[0]?.text])).toEqual([
      ['access', 'My "file" <b>'],
      ['erasure', 'My "file" <b>'],
    ]);
  });

  it('is a second page that was open for a day: it shows and changes nothing, and the request stays', async () => {
    const page = await (await pages.visitor().open('/request')).send({ want: 'access' });
    await page.send({ name: 'Alex Bell' }, 'send');
    const body = page.body({ 'reply.email': 'alex@example.org' }, 'send');
    pages.clock.advance({ days: 1, minutes: 1 });
    await page.post(body);

    expect(page.status).toBe(403);
    expect(page.words).toContain('This page was open for too long');
    expect(page.text).not.toContain('Alex Bell');
    expect(pages.cases()).toMatchObject([{ state: { name: 'incomplete' }, facts: { name: { value: 'Alex Bell' } } }]);
    expect(pages.cases()[0]?.facts.email).toBeUndefined();
  });

  it('61: is a file', async () => {
    const page = await pages.visitor().open('/request');
    const body = new FormData();
    for (const [name, value] of page.body({ want: 'access' })) body.append(name, value);
    body.append('passport', new Blob(['scan']), 'passport.png');
    await page.post(body);

    expect(page.status).toBe(415);
    expect(page.words).toContain('We cannot take files here');
    expect(pages.cases()).toEqual([]);
  });

  it.each([70_000, 3_000_000])('is more than 64 kB: %d bytes', async (bytes) => {
    const page = await pages.visitor().open('/request');
    const body = page.body({ want: 'access', words: 'x'.repeat(bytes) });
    // What is far too large is cut off, and its connection with it.
    await page.post(body, { connection: 'close' }).catch(() => undefined);

    expect(bytes < 1_000_000 ? page.status : 413).toBe(413);
    expect(pages.cases()).toEqual([]);
  });

  it('is a compressed body', async () => {
    const page = await pages.visitor().open('/request');
    await page.post(page.body({ want: 'access' }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'content-encoding': 'gzip',
    });

    expect(page.status).toBe(400);
    expect(pages.cases()).toEqual([]);
  });

  it('is another method, or another address', async () => {
    const put = await fetch(`${pages.desk.url}/request`, { method: 'PUT' });
    const head = await fetch(`${pages.desk.url}/request`, { method: 'HEAD' });
    const elsewhere = await pages.visitor().open('/request/else');

    expect(put.status).toBe(405);
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(elsewhere.status).toBe(404);
  });
});

describe('too many pages at once', () => {
  it('are asked to wait, with all that was written', async () => {
    const pages = await startPagesDesk({ settings: { TOKENS_PER_MINUTE: '1', MESSAGES_PER_MINUTE: '1' } });
    const page = await pages.visitor().open('/request');
    await page.send({ want: 'access' });
    await page.open('/request');
    await page.send({ want: ['erasure', 'access'], words: 'All of it' });

    expect(page.status).toBe(429);
    expect(page.words).toContain('Please wait a minute');
    expect(page.body().getAll('want')).toEqual(['erasure', 'access']);
    expect(page.body().get('words')).toBe('All of it');
    expect(pages.cases()).toHaveLength(1);
    await pages.stop();
  });
});

const tokenIn = (text: string): string => /name="token" value="([^"]*)"/.exec(text)?.[1] ?? '';
const fromBase64 = (text = ''): string => Buffer.from(text, 'base64url').toString();
const toBase64 = (text: string): string => Buffer.from(text).toString('base64url');
