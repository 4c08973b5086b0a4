import { TurnQueue } from '../../src/shared/turn-queue';

/** A turn that ends when it is told to. */
function heldTurn() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  return { turn: () => held, release };
}

describe('the turn queue', () => {
  it('runs the turns of a conversation one after the other, in the order they came', async () => {
    const queue = new TurnQueue({ length: 10 });
    const log: string[] = [];
    const turn = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
    };

    await Promise.all(['a', 'b', 'c'].map((name) => queue.run('chat', turn(name))));

    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('does not let one conversation wait for another', async () => {
    const queue = new TurnQueue({ length: 10 });
    const slow = heldTurn();
    const waiting = queue.run('slow', slow.turn);

    expect(await queue.run('other', () => Promise.resolve('done'))).toBe('done');
    slow.release();
    await waiting;
  });

  it('goes on after a turn that failed, and tells only its caller', async () => {
    const queue = new TurnQueue({ length: 10 });

    const failing = queue.run('chat', () => Promise.reject(new Error('broken')));
    const next = queue.run('chat', () => Promise.resolve('fine'));

    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });

  it('refuses more turns than may wait, and takes them again later', async () => {
    const queue = new TurnQueue({ length: 2 });
    const held = heldTurn();
    const first = queue.run('chat', held.turn);
    const second = queue.run('chat', () => Promise.resolve());

    await expect(queue.run('chat', () => Promise.resolve())).rejects.toMatchObject({ code: 'queue_full' });
    held.release();
    await Promise.all([first, second]);
    await queue.drain();
    await expect(queue.run('chat', () => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('is drained when all turns are over, also those that came meanwhile', async () => {
    const queue = new TurnQueue({ length: 10 });
    const held = heldTurn();
    const log: string[] = [];
    void queue.run('chat', held.turn).then(() => log.push('first'));
    void queue.run('chat', () => Promise.resolve()).then(() => log.push('second'));

    const drained = queue.drain().then(() => log.push('drained'));
    held.release();
    await drained;

    expect(log).toEqual(['first', 'second', 'drained']);
  });
});
