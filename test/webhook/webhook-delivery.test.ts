import { createHmac } from 'node:crypto';

import type { OutboxMessage } from '../../src/outbox/outbox-message';
import { createWebhookDelivery, isWebhookSecret } from '../../src/webhook/webhook-delivery';
import { openOutbox, type TestOutbox } from '../support/an-outbox';
import { freePort } from '../support/desk-server';
import { gate } from '../support/gate';
import { startWebhookServer, type ReceivedWebhook, type WebhookServer } from '../support/webhook-receiver';

const KEY = Buffer.from('a-key-of-thirty-two-random-bytes');
const SECRET = `whsec_${KEY.toString('base64')}`;
const PAYLOAD = { type: 'opt-out.recorded', data: { scope: 'surveys', address: 'łukasz@example.org' } };

/** What a receiver does, by the words of the Standard Webhooks. */
function signatureOf({ headers, body }: ReceivedWebhook): string {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return `v1,${createHmac('sha256', KEY).update(signed, 'utf8').digest('base64')}`;
}

describe('a webhook', () => {
  let test: TestOutbox;
  const servers: WebhookServer[] = [];
  beforeEach(() => (test = openOutbox()));
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    test.close();
  });

  async function serve(...args: Parameters<typeof startWebhookServer>): Promise<WebhookServer> {
    const server = await startWebhookServer(...args);
    servers.push(server);
    return server;
  }

  const add = (): Promise<unknown> => test.outbox.add({ key: 'a', kind: 'webhook', payload: PAYLOAD });

  /** Sends what is due, and tells how each message then stands. */
  async function sendTo(url: string, limit = 60_000): Promise<readonly OutboxMessage[]> {
    const webhook = createWebhookDelivery({ url, secret: SECRET }, test.clock);
    await test.sender({ webhook }, { limits: { mail: limit, webhook: limit } }).run();
    return test.messages();
  }

  it('is posted as JSON, with a signature that its receiver can check', async () => {
    const { url, received } = await serve(() => 200);
    await add();

    const states = await sendTo(url);

    const [call] = received;
    expect(states).toMatchObject([{ state: 'sent', message: { kind: 'webhook' } }]);
    expect([received.length, call?.method, call?.path]).toEqual([1, 'POST', '/opt-outs']);
    expect(call?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      'webhook-timestamp': String(Date.parse('2026-01-05T09:00:00Z') / 1000),
      'webhook-signature': call && signatureOf(call),
    });
    expect(JSON.parse(call?.body ?? '')).toEqual(PAYLOAD);
    expect(JSON.stringify(states)).not.toContain('łukasz');
  });

  it('is signed as in a worked example that another implementation made', async () => {
    // Key, body and signature by `printf ID.TIMESTAMP.BODY | openssl dgst -sha256 -hmac KEY -binary | base64`.
    const { url, received } = await serve(() => 200);
    const deliver = createWebhookDelivery({ url, secret: SECRET }, test.clock);
    const message = { kind: 'webhook', payload: { test: 2432232314 } } as const;

    await deliver({ id: 'example', addedAt: test.clock.now(), message }, new AbortController().signal);

    expect(received[0]?.body).toBe('{"test":2432232314}');
    expect(received[0]?.headers['webhook-signature']).toBe('v1,SSdR5Ndjzv8bsZ+brz4erZ0P1NFsd4r4JObie4FXL5U=');
  });

  it('is sent again under the same id, with the time of the attempt, until it is taken', async () => {
    const { url, received } = await serve((_call, number) => (number === 1 ? 500 : 200));
    await add();

    const first = await sendTo(url);
    test.clock.advance({ minutes: 1 });
    const second = await sendTo(url);

    expect(first).toMatchObject([{ state: 'queued', code: 'http_500' }]);
    expect(second).toMatchObject([{ state: 'sent', attempts: 2 }]);
    const [one, two] = received;
    expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    expect(Number(two?.headers['webhook-timestamp'])).toBe(Number(one?.headers['webhook-timestamp']) + 60);
    expect(received.map(({ headers }) => headers['webhook-signature'])).toEqual(received.map(signatureOf));
  });

  it.each([400, 401, 404, 410, 422])('is stuck when it is refused: %d', async (status) => {
    const { url } = await serve(() => status);
    await add();

    expect(await sendTo(url)).toMatchObject([
      { state: 'stuck', code: `http_${status}`, message: { payload: PAYLOAD } },
    ]);
  });

  it.each([408, 429, 500, 502, 503])('is tried again when it is not taken for now: %d', async (status) => {
    const { url } = await serve(() => status);
    await add();

    expect(await sendTo(url)).toMatchObject([{ state: 'queued', code: `http_${status}` }]);
  });

  it.each([301, 302, 307, 308])('goes nowhere else, and waits: %d', async (status) => {
    const { url, received } = await serve(({ path }) => (path === '/opt-outs' ? status : 200));
    await add();

    expect(await sendTo(url)).toMatchObject([{ state: 'queued', code: `http_${status}` }]);
    expect(received.map(({ path }) => path)).toEqual(['/opt-outs']);
  });

  it('is tried again when the receiver takes too long', async () => {
    const { open, passed } = gate();
    const { url } = await serve(() => passed.then(() => 200));
    await add();

    expect(await sendTo(url, 100)).toMatchObject([{ state: 'queued', code: 'time_limit' }]);
    open();
  });

  it('is tried again when nobody is there', async () => {
    await add();

    expect(await sendTo(`http://127.0.0.1:${await freePort()}/`)).toMatchObject([
      { state: 'queued', code: 'ECONNREFUSED' },
    ]);
    expect(test.logger.text).not.toMatch(/example|127\.0\.0\.1|surveys/);
  });
});

describe('the secret of a webhook', () => {
  it.each([
    [24, true],
    [64, true],
    [23, false],
    [65, false],
  ])('has 24 to 64 bytes: %d', (bytes, isOne) => {
    expect(isWebhookSecret(`whsec_${Buffer.alloc(bytes, 1).toString('base64')}`)).toBe(isOne);
  });

  it.each(['', 'whsec_', KEY.toString('base64'), 'a-long-secret-that-is-not-of-that-kind', `${SECRET} `])(
    'is not: "%s"',
    (text) => {
      expect(isWebhookSecret(text)).toBe(false);
    },
  );
});
