import type { Reply } from '../../src/replies/reply';
import { questionBefore } from '../../src/review/question-before';
import type { Entry } from '../../src/transcript/entry';

type Said = string | { readonly kind: Reply['kind']; readonly offers: readonly string[] };

const offer = (kind: 'clarify' | 'answer', ...offers: string[]) => ({ kind, offers });

/** Entries as they are read back: what the person says as text, what the desk says as a reply. */
function newestFirst(...said: readonly Said[]): Entry[] {
  return said
    .map((one, at): Entry => {
      const channelData = typeof one === 'string' ? undefined : { reply: replyWith(one) };
      const author = typeof one === 'string' ? 'tenant' : 'assistant';
      const activity = { type: 'message', text: typeof one === 'string' ? one : '', channelData };
      return { conversationId: 'chat', sequence: at + 1, key: String(at), at: '', author, activity };
    })
    .reverse();
}

const replyWith = ({ kind, offers }: Exclude<Said, string>): Reply => {
  const choices = offers.map((title) => ({ title, ...(title === 'None of these' && { isNone: true }) }));
  return { kind, paragraphs: [], quotes: [], after: [], facts: [], choices };
};

describe('the question that a reply answers', () => {
  it('is what the person said last', () => {
    expect(questionBefore(newestFirst('first', offer('answer'), 'second'))).toBe('second');
  });

  it.each(['Cameras', 'the second one', 'camras', 'None of these'])('is what "%s" was a choice for', (choice) => {
    const entries = newestFirst('what do you record', offer('clarify', 'Calls', 'Cameras', 'None of these'), choice);

    expect(questionBefore(entries)).toBe('what do you record');
  });

  it('is found behind several choices', () => {
    const entries = newestFirst(
      'what do you record',
      offer('clarify', 'Calls', 'Cameras'),
      'Calls',
      offer('answer', 'Chats'),
      'what about chats',
      offer('clarify', 'Faces', 'Talk to a person'),
      'Faces',
    );

    expect(questionBefore(entries)).toBe('what about chats');
  });

  it('is a new one where the offer was not taken', () => {
    const entries = newestFirst('what do you record', offer('clarify', 'Calls', 'Cameras'), 'how do I complain');

    expect(questionBefore(entries)).toBe('how do I complain');
  });

  it('is the choice itself below an answer, which answered the question before', () => {
    expect(questionBefore(newestFirst('what do you record', offer('answer', 'Cameras'), 'Cameras'))).toBe('Cameras');
  });

  it('is none where the desk spoke first', () => {
    expect(questionBefore(newestFirst(offer('answer')))).toBeUndefined();
  });
});
