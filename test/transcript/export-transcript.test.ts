import type { Conversation } from '../../src/transcript/conversation';
import type { Entry } from '../../src/transcript/entry';
import { transcriptAsJson, transcriptAsText } from '../../src/transcript/export-transcript';
import { loadExportWords } from '../../src/transcript/load-export-words';

const CONVERSATION: Conversation = {
  channel: 'directline',
  userId: 'dl_somebody',
  startedAt: '2026-06-25T09:30:00.000Z',
  lastMessageAt: '2026-06-25T23:31:00.000Z',
};
const DELETED_AT = new Date('2028-06-25T23:31:00.000Z');
const entry = (sequence: number, author: Entry['author'], activity: Entry['activity']): Entry => ({
  conversationId: 'chat',
  sequence,
  key: `key ${sequence}`,
  at: CONVERSATION.lastMessageAt,
  author,
  activity,
});
const ENTRIES = [
  entry(1, 'assistant', { type: 'message', text: 'Hello.' }),
  entry(2, 'tenant', { type: 'message', text: 'how long' }),
  entry(3, 'tenant', { type: 'event', name: 'webchat/join' }),
  entry(4, 'tenant', { type: 'endOfConversation' }),
];
const WORDS = { title: 'Your chat', deletedOn: 'Deleted on {date}.', tenant: 'You', assistant: 'Assistant' };

describe('the download of a chat', () => {
  it('reads as it was said, with times and dates of London', () => {
    expect(transcriptAsText(DELETED_AT, ENTRIES, WORDS)).toBe(
      'Your chat\nDeleted on 26 June 2028.\n\nAssistant, 26 June 2026, 00:31\nHello.\n\nYou, 26 June 2026, 00:31\nhow long\n',
    );
  });

  it('holds every activity for programs', () => {
    expect(transcriptAsJson({ id: 'chat', conversation: CONVERSATION, deletedAt: DELETED_AT }, ENTRIES)).toMatchObject({
      conversationId: 'chat',
      deletedOn: '2028-06-26',
      entries: [
        { sequence: 1, author: 'assistant', activity: { text: 'Hello.' } },
        { sequence: 2, author: 'tenant', activity: { text: 'how long' } },
        { sequence: 3 },
        { sequence: 4 },
      ],
    });
  });

  it('has its words in the content', () => {
    expect(loadExportWords('content').problems).toEqual([]);
    expect(loadExportWords('test').problems).toMatchObject([{ file: 'transcript/en.yaml', rule: 'file-exists' }]);
  });
});
