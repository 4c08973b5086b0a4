import type { ActivityBus, ConversationListener } from '../../src/directline/activity-bus';
import { eventually } from '../support/eventually';

/** The buses of two processes; of one process it is the same one twice. */
export interface OpenBuses {
  readonly here: ActivityBus;
  readonly there: ActivityBus;
  close(): Promise<void>;
}

/** Writes down what it hears. */
export function listener(heard: string[]): ConversationListener {
  return {
    added: () => heard.push('added'),
    typing: ({ type }) => heard.push(String(type)),
    gone: () => heard.push('gone'),
  };
}

/** What holds of news, in whichever process a conversation is watched. */
export function describeActivityBus(name: string, open: () => Promise<OpenBuses>): void {
  describe(`news ${name}`, () => {
    let buses: OpenBuses;
    let count = 0;
    let chat: string;
    beforeAll(async () => {
      buses = await open();
    });
    afterAll(() => buses.close());
    beforeEach(() => (chat = `chat-${++count}`));

    it('reach everybody who watches the conversation, in order', async () => {
      const [near, far]: string[][] = [[], []];
      buses.here.subscribe(chat, listener(near as string[]));
      buses.there.subscribe(chat, listener(far as string[]));

      buses.here.added(chat);
      buses.here.typing(chat, { type: 'typing' });
      buses.here.gone(chat);

      expect(near).toEqual(['added', 'typing', 'gone']);
      await eventually('they come', () => far?.includes('gone') === true);
      expect(far).toEqual(['added', 'typing', 'gone']);
    });

    it('reach nobody who watches another conversation, or has stopped watching', async () => {
      const heard: string[] = [];
      const heardLast: string[] = [];
      buses.there.subscribe(`${chat}-other`, listener(heard));
      const stop = buses.there.subscribe(chat, listener(heard));
      buses.there.subscribe(chat, listener(heardLast));
      stop();

      buses.here.added(chat);

      await eventually('they come', () => heardLast.length === 1);
      expect(heard).toEqual([]);
    });
  });
}
