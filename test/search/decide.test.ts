import fc from 'fast-check';

import { confidenceOf, decide } from '../../src/search/decide';
import { aNotice } from './a-notice';

const notice = aNotice({ First: ['one', 'two', 'three'], Second: ['four'], Third: ['five'], Fourth: ['six'] });
const passages = notice.sections.flatMap((section) => section.passages);

/** A ranking with these scores, given by the texts of the passages. */
const ranking = (coverage: number, scores: Readonly<Record<string, number>>) => ({
  coverage,
  highestIdf: 5.8,
  ranked: Object.entries(scores).flatMap(([text, score]) => {
    const passage = passages.find((candidate) => candidate.text === text);
    return passage ? [{ passage, score }] : [];
  }),
});

describe('decide', () => {
  it('declines when nothing was found', () => {
    expect(decide(ranking(0, {}))).toEqual({ kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0 });
  });

  it('declines when little of the question is explained, and names what came nearest', () => {
    const decision = decide(ranking(0.1, { one: 2, four: 1 }));

    expect(decision.kind === 'decline' && decision.nearest.map(({ passage }) => passage.text)).toEqual(['one', 'four']);
  });

  it('answers with three passages at most', () => {
    const decision = decide(ranking(1, { one: 9, two: 4, three: 3, four: 2 }));

    expect(decision.kind === 'answer' && decision.passages).toHaveLength(3);
  });

  it('asks which is meant when passages of other sections are close', () => {
    const decision = decide(ranking(0.6, { one: 4, four: 3.9, five: 3.85, six: 1 }));

    expect(
      decision.kind === 'clarify' && decision.options.map((option) => option.kind === 'passage' && option.passage.text),
    ).toEqual(['one', 'four', 'five']);
  });

  it('does not ask between passages of one section', () => {
    expect(decide(ranking(0.6, { one: 4, two: 3.9 })).kind).toBe('answer');
  });

  it('does not ask when the best explains nearly all of the question', () => {
    expect(decide(ranking(1, { one: 9, four: 8.9 })).kind).toBe('answer');
  });

  it('is surer, never beyond 1, the higher the best score is', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), score, score, (coverage, one, more) => {
        const lower = confidenceOf(ranking(coverage, { one }));
        const higher = confidenceOf(ranking(coverage, { one: one + more }));

        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeGreaterThanOrEqual(lower);
        expect(higher).toBeLessThanOrEqual(1);
      }),
    );
  });
});
