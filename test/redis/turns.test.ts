import { RedisConnection } from '../../src/redis/redis-connection';
import { RedisLeases, type LeaseTimes } from '../../src/redis/redis-leases';
import { RedisTurns } from '../../src/redis/redis-turns';
import { checkLease, outsideOfTurns } from '../../src/shared/turn-lease';
import { TurnQueue } from '../../src/shared/turn-queue';
import { describeTurns } from '../contracts/turns.contract';
import { eventually } from '../support/eventually';
import { gate } from '../support/gate';
import { RecordingLogger } from '../support/recording-logger';
import { describeOnRedis, startRedis, type RedisServer } from '../support/redis-server';

const TIMES: LeaseTimes = { leaseMs: 1500, renewMs: 200, patienceMs: 10_000 };

/** What a process has of its own, and as it dies by `kill -9`: it says nothing any more. */
interface TestProcess {
  readonly turns: RedisTurns;
  readonly connection: RedisConnection;
  die(): void;
}

async function passing(ms: number): Promise<void> {
  const end = performance.now() + ms;
  await eventually('the time is over', () => performance.now() > end);
}

async function startProcess(redis: RedisServer): Promise<TestProcess> {
  const connection = await RedisConnection.open(redis.url, new RecordingLogger());
  const leases = new RedisLeases(connection, TIMES);
  const die = (): void => {
    leases.stop();
    connection.close();
  };
  return { turns: new RedisTurns(new TurnQueue({ length: 50 }), leases), connection, die };
}

describeOnRedis('turns through Redis', () => {
  describeTurns('in several processes', async () => {
    const redis = await startRedis();
    const [here, there] = [await startProcess(redis), await startProcess(redis)];
    const close = async (): Promise<void> => {
      [here, there].forEach((one) => one.die());
      await redis.stop();
    };
    return { here: here.turns, there: there.turns, close };
  });

  describe('when something dies', () => {
    let redis: RedisServer;
    let here: TestProcess;
    let there: TestProcess;
    beforeEach(async () => {
      redis = await startRedis();
      [here, there] = [await startProcess(redis), await startProcess(redis)];
    });
    afterEach(async () => {
      [here, there].forEach((one) => one.die());
      await redis.stop();
    });

    /** A turn that has begun and waits. */
    async function heldTurn({ turns }: TestProcess, end: () => void = () => undefined) {
      const begun = gate();
      const held = gate();
      const turn = turns.run('chat', async () => {
        begun.open();
        await held.passed;
        end();
      });
      turn.catch(() => undefined);
      await begun.passed;
      return { turn, letGo: held.open };
    }

    it('a lease is renewed for as long as the turn takes', async () => {
      const { turn, letGo } = await heldTurn(here, checkLease);
      let isOver = false;
      const next = there.turns.run('chat', () => Promise.resolve((isOver = true)));
      await passing(2 * TIMES.leaseMs);

      expect(isOver).toBe(false);
      letGo();
      await expect(turn).resolves.toBeUndefined();
      await next;
    });

    it('another process takes the next turn, and learns what was left behind', async () => {
      await heldTurn(here);
      here.die();

      await eventually('it shows', async () => (await there.turns.cutOff()).includes('chat'));
      expect(await there.turns.run('chat', () => Promise.resolve('finished'))).toBe('finished');
      expect(await there.turns.cutOff()).toEqual([]);
    });

    it('whoever lost the lease may write no more in that turn, and may in what it has started beside it', async () => {
      let beside: Promise<void> | undefined;
      const { turn, letGo } = await heldTurn(here, () => {
        beside = outsideOfTurns(() => Promise.resolve().then(checkLease));
        checkLease();
      });

      await redis.kill();
      await eventually('it is noticed', () => !here.connection.isUp);
      letGo();

      await expect(turn).rejects.toMatchObject({ code: 'lease_lost' });
      await expect(beside).resolves.toBeUndefined();
    });

    it('a turn that was cut off with Redis is known to be unfinished when Redis is back, with nothing in it', async () => {
      const { turn, letGo } = await heldTurn(here, checkLease);
      await redis.kill();
      await eventually('it is noticed', () => !here.connection.isUp);
      letGo();
      await expect(turn).rejects.toMatchObject({ code: 'lease_lost' });

      await redis.start();
      await eventually('it is back', () => here.connection.isUp && there.connection.isUp);

      expect(await here.turns.cutOff()).toEqual(['chat']);
      await here.turns.run('chat', () => Promise.resolve());
      expect(await here.turns.cutOff()).toEqual([]);
    });

    it('turns are refused at once while Redis is away', async () => {
      await redis.kill();
      await eventually('it is noticed', () => !here.connection.isUp);

      await expect(here.turns.run('chat', () => Promise.resolve())).rejects.toMatchObject({
        code: 'coordination_unavailable',
      });
    });

    it('a lease counts for nothing when Redis has not answered for too long', async () => {
      const { turn, letGo } = await heldTurn(here, checkLease);
      redis.freeze();
      await passing(TIMES.leaseMs);
      letGo();

      await expect(turn).rejects.toMatchObject({ code: 'lease_lost' });
    });

    it('a process that has many turns waiting lets that of another in between', async () => {
      const order: string[] = [];
      const { turn, letGo } = await heldTurn(here);
      const second = here.turns.run('chat', () => Promise.resolve(order.push('here')));
      const between = there.turns.run('chat', () => Promise.resolve(order.push('there')));
      const isNext = () => there.connection.commands.exists('privacy-desk:next:privacy-desk:turn:chat');
      await eventually('it waits', async () => (await isNext()) === 1);
      letGo();
      await Promise.all([turn, second, between]);

      expect(order).toEqual(['there', 'here']);
    });
  });
});
