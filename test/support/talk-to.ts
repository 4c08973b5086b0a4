import { TestAdapter, type Activity, type ConversationState, type TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sendReply } from '../../dialogs/send-reply';
import { DocumentBotStorage } from '../../src/bot/document-bot-storage';
import { PrivacyBot, type NotKeptNote } from '../../src/bot/privacy-bot';
import { VersionedConversationState } from '../../src/bot/versioned-conversation-state';
import type { Desk } from '../../src/replies/create-desk';
import type { Reply } from '../../src/replies/reply';
import type { Clock } from '../../src/shared/clock';
import type { DocumentStore } from '../../src/shared/document-store';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { maskActivity } from '../../src/transcript/mask-activity';

/** A conversation with a dialog, through the whole bot and with its state really stored between two turns. */
export interface Talk {
  /** Says something and gives back what the bot said to it, as plain text. */
  say(text: string, more?: Partial<Activity>): Promise<string[]>;
  /** The buttons under the last thing that the bot said. */
  choices(): string[];
  /** The last thing that the bot said, for clients that can show it. */
  last(): Reply | undefined;
}

export interface TalkSetting {
  /** Where the bot's state is; a new store unless given. */
  readonly store?: DocumentStore;
  /** When messages come; now unless given. */
  readonly clock?: Clock;
}

/** @param rootOf makes the dialog, which may keep something in the state of the conversation */
export function talkTo(rootOf: (state: ConversationState) => Dialog, desk: Desk, setting: TalkSetting = {}): Talk {
  const store = setting.store ?? SqliteDocumentStore.open(mkdtempSync(join(tmpdir(), 'privacy-desk-talk-')));
  const storage = new DocumentBotStorage(store);
  const greet = (context: TurnContext): Promise<void> => sendReply(context, desk.welcome(), desk);
  const state = new VersionedConversationState(storage);
  const note: NotKeptNote = {
    say: (context, notKept, isAll) => sendReply(context, desk.notKept(notKept, isAll), desk),
    waitsFor: () => Promise.resolve(false),
  };
  const bot = new PrivacyBot(state, storage, rootOf(state), greet, () => Promise.resolve(undefined), note);
  const adapter = new TestAdapter((context) => bot.run(context));
  let last: Partial<Activity> | undefined;

  const takeReplies = (): string[] => {
    const replies: string[] = [];
    for (const reply of adapter.activeQueue.splice(0)) {
      last = reply;
      replies.push(reply.text ?? '');
    }
    return replies;
  };
  return {
    say: async (text, more) => {
      const timestamp = setting.clock?.now();
      const message = maskActivity({ type: 'message', text, ...more });
      await adapter.processActivity({ ...message, ...(timestamp && { timestamp }) });
      return takeReplies();
    },
    choices: () => (last?.suggestedActions?.actions ?? []).map(({ title }) => title),
    last: () => (last?.channelData as { readonly reply?: Reply } | undefined)?.reply,
  };
}
