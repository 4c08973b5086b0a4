import fc from 'fast-check';

import { inverseDocumentFrequency, termScore } from '../../src/search/bm25';

const positive = fc.double({ min: 0.1, max: 50, noNaN: true });

describe('BM25', () => {
  it('gives the value of the published formula', () => {
    // N = 100, n = 10, f = 2, length = average, k1 = 1.2: ln(1 + 90.5 / 10.5) * 2 * 2.2 / 3.2
    const idf = inverseDocumentFrequency(100, 10);

    expect(idf).toBeCloseTo(Math.log(1 + 90.5 / 10.5), 10);
    expect(termScore(idf, 2, 30, 30, { k1: 1.2, b: 0.75 })).toBeCloseTo((idf * 4.4) / 3.2, 10);
  });

  it('values a rare term above a common one, and every term above nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(999), (all, some) => {
        const holding = some % all;

        expect(inverseDocumentFrequency(all, holding)).toBeGreaterThan(inverseDocumentFrequency(all, holding + 1));
        expect(inverseDocumentFrequency(all, all)).toBeGreaterThan(0);
      }),
    );
  });

  it('grows with the frequency, though never beyond idf * (k1 + 1)', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (idf, frequency, length, average) => {
        const score = termScore(idf, frequency, length, average);

        expect(termScore(idf, frequency * 1.5, length, average)).toBeGreaterThan(score);
        expect(score).toBeLessThan(idf * 2.2);
      }),
    );
  });

  it('falls with the length of the passage', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (idf, frequency, length, average) => {
        expect(termScore(idf, frequency, length * 1.5, average)).toBeLessThan(
          termScore(idf, frequency, length, average),
        );
      }),
    );
  });

  it('gives nothing for a term that is not there', () => {
    expect(termScore(3, 0, 10, 10)).toBe(0);
  });
});
