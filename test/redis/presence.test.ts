import { MOST_STREAMS } from '../../src/directline/presence';
import { RedisConnection } from '../../src/redis/redis-connection';
import { RedisPresence } from '../../src/redis/redis-presence';
import { describePresence } from '../contracts/presence.contract';
import { eventually } from '../support/eventually';
import { RecordingLogger } from '../support/recording-logger';
import { describeOnRedis, startRedis, type RedisServer } from '../support/redis-server';

interface TestPresence {
  readonly presence: RedisPresence;
  readonly connection: RedisConnection;
  die(): void;
}

async function openPresence(redis: RedisServer, signEveryMs?: number): Promise<TestPresence> {
  const connection = await RedisConnection.open(redis.url, new RecordingLogger());
  const presence = await RedisPresence.open(connection, signEveryMs);
  const die = (): void => {
    presence.stop();
    connection.close();
  };
  return { presence, connection, die };
}

describeOnRedis('streams through Redis', () => {
  describePresence('in several processes', async () => {
    const redis = await startRedis();
    const [here, there] = [await openPresence(redis), await openPresence(redis)];
    return {
      here: here.presence,
      there: there.presence,
      // Commands of one connection are done in their order. By the clock no two streams are opened at once.
      settle: async () => {
        const before = Date.now();
        await Promise.all([here, there].map(({ connection }) => connection.commands.ping()));
        await eventually('the clock goes on', () => Date.now() > before);
      },
      close: async () => {
        [here, there].forEach((one) => one.die());
        await redis.stop();
      },
    };
  });

  it('count again when Redis has come back with nothing in it', async () => {
    const redis = await startRedis();
    const one = await openPresence(redis, 50);
    one.presence.enter('chat', 'a');
    await redis.kill();
    await redis.start();

    const known = async () => (await one.connection.commands.zcard('privacy-desk:streams:chat').catch(() => 0)) === 1;
    await eventually('it is known', known);
    one.die();
    await redis.stop();
  });

  it('are limited in each process while Redis is away', async () => {
    const redis = await startRedis();
    const one = await openPresence(redis);
    const closed: string[] = [];
    one.presence.onTooMany((_chat, id) => closed.push(id));
    await redis.kill();

    for (let number = 0; number <= MOST_STREAMS; number++) one.presence.enter('chat', String(number));

    expect(closed).toEqual(['0']);
    one.die();
    await redis.stop();
  });
});
