import { RedisConnection } from '../../src/redis/redis-connection';
import { createRedisRateLimiters } from '../../src/redis/redis-rate-limiter';
import { describeRateLimiter } from '../contracts/rate-limiter.contract';
import { eventually } from '../support/eventually';
import { RecordingLogger } from '../support/recording-logger';
import { describeOnRedis, startRedis } from '../support/redis-server';

const KEY = 'a key of these tests, and of nothing else';

describeOnRedis('limits through Redis', () => {
  describeRateLimiter(
    'in several processes',
    async () => {
      const redis = await startRedis();
      const open = () => RedisConnection.open(redis.url, new RecordingLogger());
      const [here, there] = [await open(), await open()];
      const close = async (): Promise<void> => {
        [here, there].forEach((one) => one.close());
        await redis.stop();
      };
      return { here: createRedisRateLimiters(here, KEY), there: createRedisRateLimiters(there, KEY), close };
    },
    ({ here, there }, limit) => [here(limit), there(limit)],
  );

  it('leave no address in Redis', async () => {
    const redis = await startRedis();
    const connection = await RedisConnection.open(redis.url, new RecordingLogger());
    await createRedisRateLimiters(connection, KEY)({ name: 'tokens', points: 1, seconds: 60 }).take('203.0.113.7');

    const keys = await connection.commands.keys('*');
    expect(keys).toHaveLength(1);
    expect(keys.join()).not.toContain('203.0.113.7');
    connection.close();
    await redis.stop();
  });

  it('go on in each process while Redis is away', async () => {
    const redis = await startRedis();
    const connection = await RedisConnection.open(redis.url, new RecordingLogger());
    const limiter = createRedisRateLimiters(connection, KEY)({ name: 'tokens', points: 2, seconds: 60 });
    await redis.kill();
    await eventually('it is noticed', () => !connection.isUp);

    const outcomes = [await limiter.take('ann'), await limiter.take('ann'), await limiter.take('ann')];

    expect(outcomes).toEqual(['taken', 'taken', { waitMs: expect.any(Number) as number }]);
    connection.close();
    await redis.stop();
  });
});
