import { ActivityTypes, TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DocumentBotStorage } from '../../src/bot/document-bot-storage';
import { PrivacyBot, type NotKeptNote } from '../../src/bot/privacy-bot';
import { VersionedConversationState } from '../../src/bot/versioned-conversation-state';
import type { NotKept } from '../../src/shared/not-kept';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';

/** Counts the messages of a conversation in its own state, which is how a lost update would show. */
class CountingDialog extends Dialog {
  constructor() {
    super('counting');
  }

  override beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    return this.continueDialog(dialog);
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    if (dialog.context.activity.text === 'crash') throw new Error('crashed');
    const state = dialog.activeDialog?.state as { count?: number };
    state.count = (state.count ?? 0) + 1;
    await dialog.context.sendActivity(String(state.count));
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext): Promise<void> {
    await context.sendActivity('go on counting');
  }
}

function aBot() {
  const store = SqliteDocumentStore.open(mkdtempSync(join(tmpdir(), 'privacy-desk-bot-')));
  const storage = new DocumentBotStorage(store);
  const state = new VersionedConversationState(storage);
  const greet = async (context: TurnContext): Promise<void> => {
    await context.sendActivity('welcome');
  };
  const note: NotKeptNote = {
    say: async (context, notKept, isAll) => {
      await context.sendActivity(`not kept: ${[...notKept, ...(isAll ? ['all'] : [])].join()}`);
    },
    waitsFor: (text) => Promise.resolve(text.startsWith('help')),
  };
  const bot = new PrivacyBot(state, storage, new CountingDialog(), greet, () => Promise.resolve(undefined), note);
  const adapter = new TestAdapter((context) => bot.run(context));
  const replies = (): (string | undefined)[] => adapter.activeQueue.splice(0).map(({ text }) => text);
  const contextOf = (activity: Partial<Activity>): TurnContext =>
    new TurnContext(adapter, { channelId: 'test', conversation: { id: 'chat' }, ...activity } as Activity);
  return { bot, adapter, state, storage, store, replies, contextOf };
}

describe('the bot', () => {
  it('greets a person who joins, and not itself', async () => {
    const { adapter, replies } = aBot();
    const joined = (id: string) => ({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id, name: '' }] });

    await adapter.processActivity(joined('bot'));
    await adapter.processActivity(joined('user1'));

    expect(replies()).toEqual(['welcome']);
  });

  it('remembers between two messages', async () => {
    const { adapter, replies } = aBot();

    await adapter.processActivity('one');
    await adapter.processActivity('two');

    expect(replies()).toEqual(['1', '2']);
  });

  it('says how far it has come in a conversation', async () => {
    const { bot, contextOf } = aBot();
    expect(await bot.lastHandledActivity('test', 'chat')).toBeUndefined();

    await bot.run(contextOf({ type: 'message', text: 'one', id: 'chat|0000002' }));

    expect(await bot.lastHandledActivity('test', 'chat')).toBe('chat|0000002');
  });

  it('has not handled a message whose turn broke off, until it gives up on it', async () => {
    const { bot, contextOf } = aBot();
    const context = contextOf({ type: 'message', text: 'crash', id: 'chat|0000002' });

    await expect(bot.run(context)).rejects.toThrow('crashed');
    expect(await bot.lastHandledActivity('test', 'chat')).toBeUndefined();

    await bot.giveUp(contextOf({ type: 'message', text: 'crash', id: 'chat|0000002' }));
    expect(await bot.lastHandledActivity('test', 'chat')).toBe('chat|0000002');
  });

  it('goes on where it was after it gave up on one message', async () => {
    const { bot, adapter, replies, contextOf } = aBot();
    await bot.run(contextOf({ type: 'message', text: 'one', id: 'chat|0000001' }));
    await bot.giveUp(contextOf({ type: 'message', text: 'crash', id: 'chat|0000002' }));
    await bot.run(contextOf({ type: 'message', text: 'two', id: 'chat|0000003' }));

    expect(replies()).toEqual(['1', '2']);
    expect(adapter.activeQueue).toEqual([]);
  });

  it('begins anew after it gave up on two messages in a row', async () => {
    const { bot, replies, contextOf } = aBot();
    await bot.run(contextOf({ type: 'message', text: 'one', id: 'chat|0000001' }));
    await bot.giveUp(contextOf({ type: 'message', text: 'crash', id: 'chat|0000002' }));
    await bot.giveUp(contextOf({ type: 'message', text: 'crash', id: 'chat|0000003' }));
    await bot.run(contextOf({ type: 'message', text: 'two', id: 'chat|0000004' }));

    expect(replies()).toEqual(['1', '1']);
  });
});

describe('a message of which something was not kept', () => {
  const message = (text: string, ...notKept: NotKept[]) => ({ type: 'message', text, channelData: { notKept } });

  it('is answered after that was said', async () => {
    const { adapter, replies } = aBot();

    await adapter.processActivity(message('a card ••••', 'card', 'nhs'));

    expect(replies()).toEqual(['not kept: card,nhs', '1']);
  });

  it('is answered before that is said, when it asks for help', async () => {
    const { adapter, replies } = aBot();

    await adapter.processActivity(message('help, a card ••••', 'card'));

    expect(replies()).toEqual(['1', 'not kept: card']);
  });

  it.each([
    ['numbers', message('•••• ••••, ••', 'card')],
    ['a file', message('', 'file')],
    ['a file, and no text at all', { type: 'message', channelData: { notKept: ['file'] } }],
  ])('is not read by any dialog when it was nothing but %s', async (_what, activity) => {
    const { adapter, replies } = aBot();

    await adapter.processActivity(activity);

    expect(replies()).toEqual([`not kept: ${activity.channelData.notKept.join()},all`]);
    await adapter.processActivity('one');
    expect(replies()).toEqual(['1']);
  });

  it('lets a dialog that waits for an answer ask again, when nothing of it is left', async () => {
    const { adapter, replies } = aBot();
    await adapter.processActivity('one');
    replies();

    await adapter.processActivity(message('••••', 'password'));
    expect(replies()).toEqual(['not kept: password', 'go on counting']);

    await adapter.processActivity('two');
    expect(replies()).toEqual(['2']);
  });

  it('is known where the person has hidden it before sending', async () => {
    const { adapter, replies } = aBot();

    await adapter.processActivity('•••• ••••');
    await adapter.processActivity('is •••• stored');

    expect(replies()).toEqual(['not kept: all', '1']);
  });

  it.each(['?', '🙂', '!!'])('is none that is only "%s"', async (text) => {
    const { adapter, replies } = aBot();

    await adapter.processActivity(text);

    expect(replies()).toEqual(['1']);
  });
});

describe('conversation state', () => {
  it('refuses a write that comes from an older read, instead of undoing the newer one', async () => {
    const { state, contextOf } = aBot();
    const count = state.createProperty<number>('count');
    const [early, late] = [contextOf({ type: 'message' }), contextOf({ type: 'message' })];
    await count.set(early, 1);
    await count.set(late, 2);

    await state.saveChanges(early);

    await expect(state.saveChanges(late)).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await count.get(contextOf({ type: 'message' }))).toBe(1);
  });

  it('can be saved twice in one turn', async () => {
    const { state, contextOf } = aBot();
    const count = state.createProperty<number>('count');
    const context = contextOf({ type: 'message' });
    await count.set(context, 1);
    await state.saveChanges(context);
    await count.set(context, 2);
    await state.saveChanges(context);

    expect(await count.get(contextOf({ type: 'message' }))).toBe(2);
  });

  it('writes nothing when nothing has changed', async () => {
    const { state, storage, contextOf } = aBot();
    const context = contextOf({ type: 'message' });
    await state.load(context);

    await state.saveChanges(context);

    expect(await storage.read(['test/conversations/chat/'])).toEqual({});
  });
});

describe('bot storage', () => {
  it('gives back what was written, with its version', async () => {
    const { storage } = aBot();
    await storage.write({ 'test/conversations/a/b/': { name: 'kept', eTag: '*' } });

    expect(await storage.read(['test/conversations/a/b/', 'nobody'])).toEqual({
      'test/conversations/a/b/': { name: 'kept', eTag: '1' },
    });
  });

  it('forgets what was deleted', async () => {
    const { storage } = aBot();
    await storage.write({ 'test/conversations/a/': { name: 'kept' } });
    await storage.delete(['test/conversations/a/']);

    expect(await storage.read(['test/conversations/a/'])).toEqual({});
  });
});
