import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { startDesk, type TestDesk } from '../support/desk-server';

describe('the pages of the service', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it.each([
    ['/', 'Try the privacy assistant'],
    ['/notice', 'How long do we keep your information?'],
    ['/notice/2023-09', 'How long do we keep your information?'],
    ['/notice/', 'How long do we keep your information?'],
  ])('shows %s', async (path, words) => {
    const response = await fetch(desk.url + path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain(words);
  });

  it.each([
    ['/notice/1999-01', 'text/html'],
    ['/nowhere', 'text/html,application/xhtml+xml'],
  ])('shows a page in plain words where there is nothing: %s', async (path, accept) => {
    const response = await fetch(desk.url + path, { headers: { accept } });

    expect(response.status).toBe(404);
    expect(await response.text()).toContain('We cannot find this page');
  });

  it('tells a program by code that there is nothing', async () => {
    const response = await fetch(`${desk.url}/nowhere`, { headers: { accept: 'application/json' } });

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NotFound' } });
  });

  it('leads from 127.0.0.1 to the origin that the chat belongs to', async () => {
    const response = await fetch(`http://127.0.0.1:${desk.port}/notice`, { redirect: 'manual' });

    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${desk.url}/notice`);
  });

  it.each(['/', '/notice', '/widget.js', '/assets/page.css'])('answers HEAD for %s without a body', async (path) => {
    const response = await fetch(desk.url + path, { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('lets pages load from the service only, and be framed by nobody', async () => {
    const { headers } = await fetch(`${desk.url}/notice`);

    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('asks browsers to insist on https where it is reached by https', async () => {
    const secure = await startDesk({ settings: { PUBLIC_URL: 'https://privacy.example.org' } });

    const { headers } = await fetch(`http://localhost:${secure.port}/healthz`);

    expect(headers.get('strict-transport-security')).toContain('max-age=');
    await secure.stop();
  });

  it('sends files compressed, once, to everybody', async () => {
    const fetched = await raw(`${desk.url}/widget/panel.js`, { 'Accept-Encoding': 'gzip' });

    expect(fetched.headers['content-encoding']).toBe('gzip');
    expect(fetched.headers['access-control-allow-origin']).toBe('*');
    expect(gunzipSync(fetched.body).length).toBeGreaterThan(fetched.body.length);
    expect(fetched.headers['cache-control']).toBe('no-cache');

    const again = await raw(`${desk.url}/widget/panel.js`, { 'If-None-Match': fetched.headers.etag ?? '' });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });

  it('puts the words of the launcher into its script, and everything else into one file', async () => {
    const script = await (await fetch(`${desk.url}/widget.js`)).text();
    const words = (await (await fetch(`${desk.url}/widget/words.json`)).json()) as Record<string, unknown>;

    expect(script).toContain('"Ask about your data"');
    expect(script).not.toContain('__LAUNCHER_LABEL__');
    expect(words).toMatchObject({
      welcome: { kind: 'welcome' },
      leaveUrl: expect.stringMatching(/^https:/) as string,
      noticeUrl: `${desk.url}/notice`,
      limits: { text: 2000 },
    });
  });
});

describe('the health of the service', () => {
  it('is told with the notice in force, the last deletion run and the outbox', async () => {
    const desk = await startDesk();
    await desk.service.sweepNow();

    const health = await fetch(`${desk.url}/healthz`);
    const ready = await fetch(`${desk.url}/readyz`);

    expect(await health.json()).toEqual({ status: 'ok' });
    expect(await ready.json()).toEqual({
      status: 'ready',
      notice: '2023-09',
      sweepBrokeOff: false,
      retention: {
        lastSweep: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        removed: 0,
        held: 0,
        frozen: 0,
        failed: 0,
        oldestChatDays: null,
        overdueChats: 0,
      },
      outbox: { waiting: 0, stuck: 0, oldestSeconds: null },
    });
    await desk.stop();
  });
});

/** Without the decoding that `fetch` does by itself. */
function raw(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; headers: Record<string, string | undefined>; body: Buffer }>(
    (resolve, reject) => {
      const call = request(url, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const all = response.headers as Record<string, string | undefined>;
          resolve({ status: response.statusCode, headers: all, body: Buffer.concat(parts) });
        });
      });
      call.on('error', reject);
      call.end();
    },
  );
}
