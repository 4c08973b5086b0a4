import type { Session } from './activity';

/** What a device remembers of a chat: enough to come back to it, and nothing of what was said. */
export interface Remembered extends Session {
  /** When the person last wrote. */
  readonly lastAt: number;
}

/** The part of the browser's storage that is used. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export const MEMORY_KEY = 'privacy-desk-chat';

/** Where storage is forbidden or full, the chat works and is forgotten with the page. */
export class DeviceMemory {
  /** @param storage asked for at each use: browsers that forbid it throw already when it is named */
  constructor(private readonly storage: () => KeyValueStorage) {}

  read(): Remembered | undefined {
    return this.attempt(() => parse(this.storage().getItem(MEMORY_KEY)));
  }

  write(remembered: Remembered): void {
    this.attempt(() => this.storage().setItem(MEMORY_KEY, JSON.stringify(remembered)));
  }

  forget(): void {
    this.attempt(() => this.storage().removeItem(MEMORY_KEY));
  }

  private attempt<T>(use: () => T): T | undefined {
    try {
      return use();
    } catch {
      return undefined;
    }
  }
}

function parse(value: string | null): Remembered | undefined {
  const read = JSON.parse(value ?? 'null') as Partial<Remembered> | null;
  const isWhole =
    typeof read?.conversationId === 'string' &&
    typeof read.token === 'string' &&
    typeof read.expiresAt === 'number' &&
    typeof read.lastAt === 'number';
  return isWhole ? (read as Remembered) : undefined;
}
