import { MOST_STREAMS, type Presence } from '../../src/directline/presence';
import { eventually } from '../support/eventually';

/** Who is present in two processes; of one process it is the same twice. */
export interface OpenPresence {
  readonly here: Presence;
  readonly there: Presence;
  /** Resolves when what was said by one is known to both. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What holds of the streams that somebody has open, in whichever process. */
export function describePresence(name: string, open: () => Promise<OpenPresence>): void {
  describe(`streams ${name}`, () => {
    let opened: OpenPresence;
    let closed: string[];
    beforeEach(async () => {
      opened = await open();
      closed = [];
      for (const presence of [opened.here, opened.there]) {
        presence.onTooMany((conversationId, streamId) => closed.push(`${conversationId} ${streamId}`));
      }
    });
    afterEach(() => opened.close());

    /** Streams `1` and so on, in both processes in turns. */
    async function enter(count: number, chat = 'chat'): Promise<void> {
      for (let number = 1; number <= count; number++) {
        (number % 2 === 1 ? opened.here : opened.there).enter(chat, String(number));
        await opened.settle();
      }
    }

    it('may be as many as somebody has windows', async () => {
      await enter(MOST_STREAMS);
      await enter(MOST_STREAMS, 'other');

      await opened.settle();
      expect(closed).toEqual([]);
    });

    it('are closed when they are too many, the oldest first', async () => {
      await enter(MOST_STREAMS + 2);

      await eventually('two are closed', () => closed.length === 2);
      expect(closed).toEqual(['chat 1', 'chat 2']);
    });

    it('do not count any more when they were closed', async () => {
      await enter(MOST_STREAMS);
      opened.here.leave('chat', '1');
      await opened.settle();

      opened.there.enter('chat', 'another');
      await opened.settle();
      opened.there.enter('chat', 'one too many');

      await eventually('one is closed', () => closed.length > 0);
      expect(closed).toEqual(['chat 2']);
    });
  });
}
