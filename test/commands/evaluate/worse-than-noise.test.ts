import type { Outcome } from '../../../src/commands/evaluate/ask-questions';
import { compareWithBaseline } from '../../../src/commands/evaluate/compare-with-baseline';
import { chanceOf, worseThanNoise } from '../../../src/commands/evaluate/worse-than-noise';
import type { Verdict } from '../../../src/search/judge-understanding';

/** A question that was judged in one way and is in another now. */
type Pair = readonly [before: Verdict, now: Verdict];

const times = (count: number, pair: Pair): readonly Pair[] => Array.from({ length: count }, () => pair);

/** What the comparison says of questions of one kind. */
function told(kind: 'answer' | 'decline', pairs: readonly Pair[]): readonly string[] {
  const shown = (verdict: Verdict): string => {
    if (verdict === 'right') return kind === 'decline' ? 'decline off_topic' : 'answer section-1/passage-1';
    return 'answer section-1/passage-9';
  };
  const outcomes = pairs.map(([, verdict], at): Outcome => {
    const question = { id: String(at), q: 'a question', kind, wanted: [], tags: [] };
    return { question, kind: 'answer', shown: shown(verdict), verdict, confidence: 1, cameTrue: verdict === 'right' };
  });
  const recorded = pairs.map(([verdict], at) => [String(at), { verdict, shown: shown(verdict) }] as const);
  return worseThanNoise(compareWithBaseline(outcomes, new Map(recorded)));
}

const LOST: Pair = ['right', 'wrong'];
const GAINED: Pair = ['one tap away', 'right'];
const KEPT: Pair = ['right', 'right'];

describe('what became worse than chance explains', () => {
  it('is judged by the questions that changed sides, as tosses of a coin', () => {
    expect(chanceOf(0, 0)).toBe(1);
    expect(chanceOf(5, 0)).toBeCloseTo(1 / 32);
    expect(chanceOf(10, 4)).toBeCloseTo(0.0898, 4);
    expect(chanceOf(12, 4)).toBeCloseTo(0.0384, 4);
  });

  it('is nothing where as many are gained as lost, however many', () => {
    expect(told('answer', [...times(40, LOST), ...times(40, GAINED)])).toEqual([]);
  });

  it('is nothing where few are lost', () => {
    expect(told('answer', [...times(4, LOST), ...times(300, KEPT)])).toEqual([]);
  });

  it('is told where many are lost and few gained', () => {
    expect(told('answer', [...times(12, LOST), ...times(4, GAINED), ...times(300, KEPT)])).toEqual([
      '12 questions are not right any more, 4 have become right: more than chance',
    ]);
  });

  it('is told of answers to what the notice does not answer', () => {
    expect(told('decline', [...times(5, LOST), ...times(20, KEPT)])).toContainEqual(
      '5 questions are answered that were rightly not, 0 are no longer: more than chance',
    );
  });
});
