import fc from 'fast-check';

import { combine, type Candidate, type Combination } from '../../src/search/combine';
import { fitCombination, type LabelledChoice } from '../../src/search/fit-combination';

const bias = { topic: 0, flow: 0.5, smalltalk: 0, off_topic: 0, not_in_notice: 0 };
const weights: Combination = { signals: [0.5, 2], bias };
const topic = (...signals: readonly number[]): Candidate => ({ kind: 'topic', signals });
const flow = (...signals: readonly number[]): Candidate => ({ kind: 'flow', signals });

describe('combining signals', () => {
  it('shares 1 among the candidates', () => {
    const shares = combine([topic(-1, 1), topic(-3, 0.5), flow(-2, 0)], weights);

    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('thinks no worse of a candidate for a stronger signal', () => {
    const signal = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(signal, signal, fc.double({ min: 0, max: 5, noNaN: true }), (one, other, more) => {
        const [before = 1] = combine([topic(one, other), flow(0, 0)], weights);
        const [after = 0] = combine([topic(one + more, other), flow(0, 0)], weights);

        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('prefers the kind with the bias where signals are equal', () => {
    const [asTopic = 1, asFlow = 0] = combine([topic(-1, 1), flow(-1, 1)], weights);

    expect(asFlow).toBeGreaterThan(asTopic);
  });

  it('has nothing to say without candidates', () => {
    expect(combine([], weights)).toHaveLength(0);
  });
});

describe('fitting a combination', () => {
  const start: Combination = { signals: [0, 0], bias: { ...bias, flow: 0 } };
  /** The first signal is always right, the second is noise; a flow is right more often than signals say. */
  const choices = Array.from({ length: 60 }, (_, at): LabelledChoice => {
    const right = at % 3;
    const candidates = [0, 1, 2].map((c): Candidate => {
      const signals = [c === right ? 1 : 0, (at * 7 + c * 5) % 4];
      return c === 0 ? flow(...signals) : topic(...signals);
    });
    return { candidates, right: at % 5 === 0 ? 0 : right, weight: 1 };
  });

  it('trusts the signal that tells and not the one that does not', () => {
    const { signals } = fitCombination(choices, start);

    expect(signals[0]).toBeGreaterThan(1);
    expect(Math.abs(signals[1] ?? 9)).toBeLessThan(0.5);
  });

  it('finds the bias of a kind that is right more often than its signals say', () => {
    expect(fitCombination(choices, start).bias.flow).toBeGreaterThan(0.3);
    expect(fitCombination(choices, start).bias.topic).toBe(0);
  });
});
