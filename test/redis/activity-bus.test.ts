import { RedisActivityBus } from '../../src/redis/redis-activity-bus';
import { RedisConnection } from '../../src/redis/redis-connection';
import { describeActivityBus, listener } from '../contracts/activity-bus.contract';
import { eventually } from '../support/eventually';
import { RecordingLogger } from '../support/recording-logger';
import { describeOnRedis, startRedis, type RedisServer } from '../support/redis-server';

interface TestBus {
  readonly bus: RedisActivityBus;
  readonly connection: RedisConnection;
  close(): void;
}

async function openBus(redis: RedisServer, lookEveryMs?: number): Promise<TestBus> {
  const connection = await RedisConnection.open(redis.url, new RecordingLogger());
  const bus = await RedisActivityBus.open(connection, lookEveryMs);
  const close = (): void => {
    bus.stop();
    connection.close();
  };
  return { bus, connection, close };
}

describeOnRedis('news through Redis', () => {
  describeActivityBus('in several processes', async () => {
    const redis = await startRedis();
    const [here, there] = [await openBus(redis), await openBus(redis)];
    const close = async (): Promise<void> => {
      [here, there].forEach((one) => one.close());
      await redis.stop();
    };
    return { here: here.bus, there: there.bus, close };
  });

  it('have whoever watches look again when Redis is back, since they may have missed some', async () => {
    const redis = await startRedis();
    const one = await openBus(redis);
    const heard: string[] = [];
    await redis.kill();
    await eventually('it is noticed', () => !one.connection.isUp);
    one.bus.subscribe('chat', listener(heard));

    await redis.start();

    await eventually('they look', () => heard.includes('added'));
    one.close();
    await redis.stop();
  });

  it('still reach those of the same process while Redis is away', async () => {
    const redis = await startRedis();
    const one = await openBus(redis);
    await redis.kill();
    await eventually('it is noticed', () => !one.connection.isUp);
    const heard: string[] = [];
    one.bus.subscribe('chat', listener(heard));

    one.bus.added('chat');

    expect(heard).toEqual(['added']);
    one.close();
    await redis.stop();
  });

  it('are not disturbed by what somebody else says in their place', async () => {
    const redis = await startRedis();
    const [one, other] = [await openBus(redis), await openBus(redis)];
    const heard: string[] = [];
    one.bus.subscribe('chat', listener(heard));

    for (const text of ['not of ours', 'null', '{"conversationId":7}'])
      other.connection.publish('privacy-desk:news', text);
    other.bus.added('chat');

    await eventually('news come', () => heard.length > 0);
    expect(heard).toEqual(['added']);
    [one, other].forEach((bus) => bus.close());
    await redis.stop();
  });

  it('are looked for now and then, since whoever had them may have died before it passed them on', async () => {
    const redis = await startRedis();
    const one = await openBus(redis, 50);
    const heard: string[] = [];
    one.bus.subscribe('chat', listener(heard));

    await eventually('they look', () => heard.length > 1);

    one.close();
    await redis.stop();
  });
});
