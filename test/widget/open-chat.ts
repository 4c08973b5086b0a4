import type { Reply } from '../../src/replies/reply';
import { Chat } from '../../src/web/widget/chat/chat';
import type { ChatState } from '../../src/web/widget/chat/chat-state';
import { DeviceMemory, MEMORY_KEY, type KeyValueStorage } from '../../src/web/widget/chat/device-memory';
import { DirectLineClient } from '../../src/web/widget/chat/direct-line-client';
import { FakeDesk } from './fake-desk';
import { FakeTimers, settled } from './fake-timers';

export const WELCOME: Reply = {
  kind: 'welcome',
  paragraphs: ['hello'],
  quotes: [],
  after: [],
  facts: [],
  choices: [],
};

/** A browser's storage, seen from outside. */
export class FakeStorage implements KeyValueStorage {
  readonly values = new Map<string, string>();
  getItem = (key: string): string | null => this.values.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.values.set(key, value);
  removeItem = (key: string): void => void this.values.delete(key);

  /** As it is written down. */
  get remembered(): string {
    return this.values.get(MEMORY_KEY) ?? '';
  }
}

export interface OpenedChat {
  readonly chat: Chat;
  readonly desk: FakeDesk;
  readonly timers: FakeTimers;
  readonly storage: FakeStorage;
  readonly saved: string[];
  readonly left: { isAway: boolean };
  readonly state: () => ChatState;
  /** What is to be read, in order, events by their name in brackets. */
  readonly said: () => string[];
  readonly write: (text: string) => Promise<void>;
}

/** A chat whose panel is open, on a device whose desk, time and storage belong to the test. */
export function openChat(given: Partial<Pick<OpenedChat, 'desk' | 'timers' | 'storage'>> = {}): OpenedChat {
  const { desk = new FakeDesk(), timers = new FakeTimers(), storage = new FakeStorage() } = given;
  const saved: string[] = [];
  const left = { isAway: false };
  let ids = 0;
  const chat = new Chat({
    client: new DirectLineClient({ origin: 'https://desk.example', fetch: desk.fetch, now: () => timers.now() }),
    openSocket: desk.openSocket,
    timers,
    memory: new DeviceMemory(() => storage),
    chance: () => 0,
    nextId: () => `own-${(ids += 1)}`,
    locale: 'en-GB',
    welcome: WELCOME,
    save: (_file, format) => saved.push(format),
    goAway: () => (left.isAway = true),
  });
  chat.show();
  const state = (): ChatState => chat.store.state();
  return {
    chat,
    desk,
    timers,
    storage,
    saved,
    left,
    state,
    said: () => state().turns.map((turn) => (turn.by === 'event' ? `[${turn.event}]` : turn.text)),
    write: async (text) => {
      chat.write(text);
      await rest();
    },
  };
}

/** Long enough for a socket to open and a first message to be stored. */
export async function rest(): Promise<void> {
  for (let round = 0; round < 6; round++) await settled();
}
