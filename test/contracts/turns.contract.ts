import type { Turns } from '../../src/shared/turns';
import { gate } from '../support/gate';

/** The turns of some processes that share conversations; of one process it is the same one twice. */
export interface OpenTurns {
  readonly here: Turns;
  readonly there: Turns;
  close(): Promise<void>;
}

/** What holds of turns, in whichever process they are asked for. */
export function describeTurns(name: string, open: () => Promise<OpenTurns>): void {
  describe(`turns ${name}`, () => {
    let opened: OpenTurns;
    let turns: readonly Turns[];
    let count = 0;
    let chat: string;
    beforeAll(async () => {
      opened = await open();
      turns = [opened.here, opened.there];
    });
    afterAll(() => opened.close());
    beforeEach(() => (chat = `chat-${++count}`));

    it('of one conversation never run at once', async () => {
      let running = 0;
      let most = 0;
      const turn = async (): Promise<void> => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      };

      await Promise.all(Array.from({ length: 15 }, () => turns.map((one) => one.run(chat, turn))).flat());

      expect([most, running]).toEqual([1, 0]);
    });

    it('run in the order in which a process was asked for them', async () => {
      const log: number[] = [];
      const turn = (number: number) => () => Promise.resolve(log.push(number));

      await Promise.all([1, 2, 3, 4, 5].map((number) => opened.here.run(chat, turn(number))));

      expect(log).toEqual([1, 2, 3, 4, 5]);
    });

    it('do not wait for those of other conversations', async () => {
      const { open: letGo, passed } = gate();
      const waiting = opened.here.run(`${chat}-slow`, () => passed);

      expect(await opened.here.run(chat, () => Promise.resolve('here'))).toBe('here');
      expect(await opened.there.run(chat, () => Promise.resolve('there'))).toBe('there');
      letGo();
      await waiting;
    });

    it('go on after one that failed, and tell only its caller', async () => {
      const failing = opened.here.run(chat, () => Promise.reject(new Error('broken')));
      const next = opened.there.run(chat, () => Promise.resolve('fine'));

      await expect(failing).rejects.toThrow('broken');
      expect(await next).toBe('fine');
    });

    it('leave nothing to finish when all are over', async () => {
      await Promise.all(turns.map((one) => one.run(chat, () => Promise.resolve())));
      await Promise.all(turns.map((one) => one.drain()));

      expect(await opened.here.cutOff()).toEqual([]);
    });
  });
}
