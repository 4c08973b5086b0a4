import type { Entry } from '../transcript/entry';

/** The bot as the channel sees it. Called inside the turn queue of the conversation. */
export interface TurnRunner {
  /** Id of the last activity whose turn is complete; undefined before the first. */
  handledActivity(conversationId: string): Promise<string | undefined>;
  /** Lets the bot say who it is. Said again after a crash, the same words are stored once. */
  greet(conversationId: string, userId: string): Promise<void>;
  /** Lets the bot say that a file was not taken. */
  refuseFile(conversationId: string, userId: string): Promise<void>;
  /** Lets the bot answer what the tenant said. */
  takeTurn(entry: Entry, userId: string): Promise<void>;
}
