import { decideMeaning } from '../../src/search/decide-meaning';
import type { Meaning, Topic } from '../../src/search/question-content';
import { rankTopicPassages, topicPassages } from '../../src/search/topic-passages';
import { aNotice } from './a-notice';

const notice = aNotice({
  Keeping: ['Calls for 6 months.', 'Files for 6 years.'],
  Sharing: ['With the police.', 'Never sold.'],
});
const TOPICS: readonly Topic[] = [
  { id: 'calls', title: 'How long calls are kept', passages: ['section-1/passage-1'] },
  { id: 'files', title: 'How long files are kept', passages: ['section-1/passage-2', 'section-1/passage-1'] },
  { id: 'police', title: 'Whether the police are told', notTold: ['which-officer'], passages: ['section-2/passage-1'] },
  { id: 'gone', title: 'Something of an older notice', passages: ['section-9/passage-1'] },
];
const topics = topicPassages(TOPICS, notice);
type Shares = Readonly<Record<string, number>>;
const decide = (shares: Shares, asksFor: readonly string[] = []) => {
  const meanings = Object.entries(shares).map(([meaning, share]) => ({ meaning: meaning as Meaning, share }));
  return decideMeaning(
    meanings.sort((one, other) => other.share - one.share),
    topics,
    () => 'greeting',
    asksFor,
  );
};

describe('what to do about a message', () => {
  it.each<[string, Shares, string]>([
    ['answers when it is sure', { 'topic:calls': 0.9, off_topic: 0.1 }, 'answer'],
    ['starts a request when it is sure', { 'flow:erasure': 0.9, 'topic:calls': 0.1 }, 'flow'],
    ['declines when the notice is likely silent', { not_in_notice: 0.7, 'topic:calls': 0.3 }, 'decline'],
    [
      'asks between two topics that are as likely',
      { 'topic:calls': 0.45, 'topic:police': 0.45, off_topic: 0.1 },
      'clarify',
    ],
    ['answers with a button between a topic and a request', { 'topic:calls': 0.45, 'flow:access': 0.4 }, 'answer'],
    ['greets', { smalltalk: 0.8, 'topic:calls': 0.2 }, 'smalltalk'],
    ['declines when nothing is likely', { 'topic:calls': 0.1, off_topic: 0.09 }, 'decline'],
    ['declines when nothing is known', {}, 'decline'],
  ])('%s', (_, shares, kind) => {
    expect(decide(shares).kind).toBe(kind);
  });

  it('does not answer from one weak signal', () => {
    expect(decide({ 'topic:calls': 0.35, off_topic: 0.33, not_in_notice: 0.32 }).kind).toBe('decline');
  });

  it('says why it declines', () => {
    expect(decide({ off_topic: 0.6, not_in_notice: 0.3 })).toMatchObject({ kind: 'decline', why: 'off_topic' });
    expect(decide({ off_topic: 0.3, not_in_notice: 0.6 })).toMatchObject({ kind: 'decline', why: 'not_in_notice' });
  });

  it('names what came near where it declines, and what the notice does say of a matter that it covers', () => {
    expect(decide({ not_in_notice: 0.8, 'topic:calls': 0.1, 'topic:police': 0.04 })).toMatchObject({
      nearest: [{ title: 'How long calls are kept' }],
    });
    expect(decide({ not_in_notice: 0.8, 'topic:calls': 0.1 })).not.toHaveProperty('covered');
    expect(decide({ not_in_notice: 0.7, 'topic:calls': 0.3 })).toMatchObject({
      covered: { passage: { passage: { id: 'section-1/passage-1' } } },
    });
  });

  it('tells which detail that was asked for the topic does not tell', () => {
    const shares = { not_in_notice: 0.7, 'topic:police': 0.3 };

    expect(decide(shares, ['how-much', 'which-officer'])).toMatchObject({ covered: { untold: 'which-officer' } });
    expect(decide(shares, ['how-much'])).not.toHaveProperty('covered.untold');
  });

  it('tells all details that were asked for where it declines, whatever was near', () => {
    expect(decide({ not_in_notice: 1 }, ['how-much', 'which-officer'])).toMatchObject({
      asksFor: ['how-much', 'which-officer'],
    });
    expect(decide({ not_in_notice: 1 })).not.toHaveProperty('asksFor');
    expect(decide({ 'topic:calls': 0.9, off_topic: 0.1 }, ['how-much'])).not.toHaveProperty('asksFor');
  });

  it('offers a request beside an answer where it is possible, and not where it is far', () => {
    expect(decide({ 'topic:calls': 0.75, 'flow:erasure': 0.2 })).toMatchObject({ kind: 'answer', flow: 'erasure' });
    expect(decide({ 'topic:calls': 0.9, 'flow:erasure': 0.02 })).not.toHaveProperty('flow');
  });

  it('offers topics by their titles and requests by their names, each once', () => {
    const decision = decide({ 'topic:calls': 0.35, 'flow:access': 0.3, 'topic:police': 0.3 });

    expect(decision).toMatchObject({
      kind: 'clarify',
      options: [
        { kind: 'passage', title: 'How long calls are kept' },
        { kind: 'flow', flow: 'access' },
        { kind: 'passage', title: 'Whether the police are told' },
      ],
    });
  });
});

describe('the passages of likely topics', () => {
  it('speak together where topics share a passage', () => {
    const ranked = rankTopicPassages(
      [
        { meaning: 'topic:police', share: 0.4 },
        { meaning: 'topic:calls', share: 0.3 },
        { meaning: 'topic:files', share: 0.3 },
      ],
      topics,
    );

    expect(ranked[0]).toMatchObject({ passage: { id: 'section-1/passage-1' }, title: 'How long calls are kept' });
    expect(ranked[0]?.score).toBeCloseTo(0.3 + 0.8 * 0.3);
  });

  it('are those of the notice that is asked about', () => {
    expect([...topics.keys()]).toEqual(['calls', 'files', 'police']);
  });
});
