import type { Redis, Result } from 'ioredis';

/**
 * Takes a lease, unless somebody has it, or another process is next in line. Whoever finds it taken, and waits, is next.
 *
 * Keys: the lease, who is next, what is under way. Arguments: token, process, milliseconds of the lease, milliseconds for
 * which to be next (0: does not wait), what to note as under way (empty: nothing).
 */
const TAKE = `
local next = redis.call('GET', KEYS[2])
if redis.call('EXISTS', KEYS[1]) == 1 or (next and next ~= ARGV[2]) then
  if ARGV[4] ~= '0' and (not next or next == ARGV[2]) then redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[4]) end
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
redis.call('DEL', KEYS[2])
if ARGV[5] ~= '' then redis.call('ZADD', KEYS[3], redis.call('TIME')[1], ARGV[5]) end
return 1`;

/** Keeps a lease for longer. Key: the lease. Arguments: token, milliseconds. */
const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

/** Gives a lease back. Keys: the lease, what is under way. Arguments: token, what is not under way any more (or empty). */
const GIVE_BACK = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' then redis.call('ZREM', KEYS[2], ARGV[2]) end
return redis.call('DEL', KEYS[1])`;

/**
 * What is under way for a while, and under no lease any more. Key: what is under way. Arguments: seconds that count as a
 * while, the beginning of the names of leases, how many at most.
 */
const LEFT = `
local before = redis.call('TIME')[1] - ARGV[1]
local left = {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', before)) do
  if #left < tonumber(ARGV[3]) and redis.call('EXISTS', ARGV[2] .. name) == 0 then table.insert(left, name) end
end
return left`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takeLease(
      ...keysAndArguments: readonly [string, string, string, string, string, number, number, string]
    ): Result<number, Context>;
    renewLease(lease: string, token: string, milliseconds: number): Result<number, Context>;
    giveLeaseBack(lease: string, underWay: string, token: string, done: string): Result<number, Context>;
    leftBehind(underWay: string, seconds: number, leasesBegin: string, most: number): Result<string[], Context>;
  }
}

/** Teaches a connection the commands above, which Redis does each as one step. */
export function defineLeaseCommands(redis: Redis): void {
  redis.defineCommand('takeLease', { numberOfKeys: 3, lua: TAKE });
  redis.defineCommand('renewLease', { numberOfKeys: 1, lua: RENEW });
  redis.defineCommand('giveLeaseBack', { numberOfKeys: 2, lua: GIVE_BACK });
  redis.defineCommand('leftBehind', { numberOfKeys: 1, lua: LEFT });
}
