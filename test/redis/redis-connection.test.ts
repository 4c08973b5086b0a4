import { RedisConnection } from '../../src/redis/redis-connection';
import { freePort } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { RecordingLogger } from '../support/recording-logger';
import { describeOnRedis, startRedis } from '../support/redis-server';

const REFUSED = {
  code: 'coordination_unavailable',
  message: 'the Redis of REDIS_URL cannot be reached, or does not let us in',
};

describeOnRedis('the connection to Redis', () => {
  it('is refused in a sentence that tells nothing of the address where there is no Redis', async () => {
    const url = `redis://:secret@127.0.0.1:${await freePort()}`;

    await expect(RedisConnection.open(url, new RecordingLogger())).rejects.toMatchObject(REFUSED);
  });

  it('needs the password, and takes it from the address', async () => {
    const redis = await startRedis('open sesame');
    const url = (password: string): string => `redis://:${encodeURIComponent(password)}@127.0.0.1:${redis.port}`;

    for (const wrong of [redis.url, url('another')]) {
      await expect(RedisConnection.open(wrong, new RecordingLogger())).rejects.toMatchObject(REFUSED);
    }
    const connection = await RedisConnection.open(url('open sesame'), new RecordingLogger());
    expect(connection.isUp).toBe(true);
    connection.close();
    await redis.stop();
  });

  it('says when Redis is away, and when it is back', async () => {
    const redis = await startRedis();
    const logger = new RecordingLogger();
    const connection = await RedisConnection.open(redis.url, logger);
    let downs = 0;
    connection.onDown(() => (downs += 1));

    await redis.kill();
    await eventually('it is noticed', () => !connection.isUp);
    await expect(connection.commands.ping()).rejects.toThrow();
    await redis.start();
    await eventually('it is back', () => connection.isUp);

    expect(downs).toBeGreaterThan(0);
    const messages = logger.lines.map(({ message }) => message);
    expect([messages.at(0), messages.at(-1)]).toEqual(['redis is away', 'redis is back']);
    expect(messages.filter((message) => message === 'redis is back')).toHaveLength(1);
    connection.close();
    await redis.stop();
  });
});
