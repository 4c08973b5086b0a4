import { cameTrue, describeShown, judge, wantedOf } from '../../src/search/judge-understanding';
import type { Topic } from '../../src/search/question-content';
import { aNotice } from './a-notice';

const passages = aNotice({ One: ['a', 'b'], Two: ['c'] }).sections.flatMap((section) => section.passages);
const ranked = passages.map((passage) => ({ passage, score: 1 }));
const [first = '', second = ''] = passages.map(({ id }) => id);
const topics = new Map<string, Topic>([['calls', { id: 'calls', title: 'Calls', passages: [second] }]]);

describe('judging', () => {
  it('knows what is wanted of a meaning', () => {
    expect(wantedOf('topic:calls', topics)).toEqual([second]);
    expect(wantedOf('flow:access', topics)).toEqual(['access']);
    expect(wantedOf('off_topic', topics)).toEqual(wantedOf('not_in_notice', topics));
  });

  it('takes an answer for right only when its first passage is', () => {
    const answer = { kind: 'answer', passages: ranked, confidence: 1 } as const;

    expect(judge(answer, [first])).toBe('right');
    expect(judge(answer, [second])).toBe('one tap away');
    expect(judge(answer, ['elsewhere'])).toBe('wrong');
    expect(judge({ ...answer, flow: 'access' }, ['access'])).toBe('one tap away');
  });

  it('takes a choice for one tap away when it holds what was wanted', () => {
    const options = ranked.map((one) => ({ kind: 'passage', ...one }) as const);

    expect(judge({ kind: 'clarify', options, confidence: 1 }, [second])).toBe('one tap away');
    expect(judge({ kind: 'clarify', options, confidence: 1 }, ['decline'])).toBe('wrong');
  });

  it('asks of a "did you mean" whether a choice was right, of all else whether it was right at once', () => {
    const clarify = { kind: 'clarify', options: [], confidence: 0.9 } as const;
    const answer = { kind: 'answer', passages: ranked, confidence: 0.9 } as const;

    expect([cameTrue(clarify, 'one tap away'), cameTrue(clarify, 'wrong')]).toEqual([true, false]);
    expect([cameTrue(answer, 'right'), cameTrue(answer, 'one tap away')]).toEqual([true, false]);
  });

  it('tells in a line what comes first, and all choices of a "did you mean"', () => {
    const chosen = ranked.slice(1, 2).map((one) => ({ kind: 'passage', ...one }) as const);
    const options = [...chosen, { kind: 'flow', flow: 'access', score: 1 } as const];

    expect(describeShown({ kind: 'answer', passages: ranked, flow: 'access', confidence: 1 })).toBe(`answer ${first}`);
    expect(describeShown({ kind: 'clarify', options, confidence: 1 })).toBe(`clarify ${second} | access`);
    expect(describeShown({ kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 })).toBe('decline off_topic');
  });

  it('tells declining wrongly from being wrong', () => {
    const decline = { kind: 'decline', why: 'off_topic', nearest: [], confidence: 1 } as const;

    expect(judge(decline, ['decline'])).toBe('right');
    expect(judge(decline, [first])).toBe('declined wrongly');
  });
});
