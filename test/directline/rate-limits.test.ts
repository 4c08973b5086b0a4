import { ChatApi } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';

describe('too many calls', () => {
  const desks: TestDesk[] = [];
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.stop();
  });

  async function api(settings: Record<string, string>): Promise<ChatApi> {
    const desk = await startDesk({ settings });
    desks.push(desk);
    return new ChatApi(desk.url);
  }

  it('of one conversation are refused for a while, and those of others are not', async () => {
    const service = await api({ MESSAGES_PER_MINUTE: '3' });
    const [busy, other] = [await service.start(), await service.start()];

    for (const text of ['one', 'two', 'three']) expect((await service.say(busy, text)).status).toBe(200);
    const refused = await service.say(busy, 'four');

    expect([refused.status, refused.body.error?.code]).toEqual([429, 'TooManyRequests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await service.transcript(busy)).toHaveLength(7);
    expect((await service.say(other, 'hello')).status).toBe(200);
  });

  it('for tokens are refused by the address', async () => {
    const service = await api({ TOKENS_PER_MINUTE: '2', TRUST_PROXY: '1' });
    const token = (address: string) =>
      service.call('POST', '/chat/token', { headers: { Origin: service.url, 'X-Forwarded-For': address } });

    // Only the last address is the one that our proxy saw; the caller can make up the others.
    const statuses = [];
    for (const address of ['10.0.0.1', '1.1.1.1, 10.0.0.1', '2.2.2.2, 10.0.0.1', '10.0.0.2']) {
      statuses.push((await token(address)).status);
    }

    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('are not counted by an address that anybody can make up, when there is no proxy', async () => {
    const service = await api({ TOKENS_PER_MINUTE: '2' });
    const token = (address: string) =>
      service.call('POST', '/chat/token', { headers: { Origin: service.url, 'X-Forwarded-For': address } });

    const statuses = [];
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) statuses.push((await token(address)).status);

    expect(statuses).toEqual([200, 200, 429]);
  });

  it('to start conversations are refused too', async () => {
    const service = await api({ TOKENS_PER_MINUTE: '2' });
    const { token } = await service.token();
    const start = () => service.call('POST', '/v3/directline/conversations', { token });

    const statuses = [(await start()).status, (await start()).status, (await start()).status];

    expect(statuses).toEqual([201, 200, 429]);
  });
});
