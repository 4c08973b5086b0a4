import { groupVectors, nearness } from '../../src/search/neighbours';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const group = (vectors: readonly Float32Array[], labels: readonly number[]) =>
  groupVectors(vectors, labels, { classes: 3, dimensions: 2 });

describe('the nearest phrasings', () => {
  it('count the best whole, the second and third by half', () => {
    const phrasings = group([at(90), at(0), at(60), at(180), at(0)], [0, 1, 0, 1, 0]);

    expect(nearness(at(0), 0, phrasings)).toBeCloseTo(1 + (0.5 + 0) / 2);
  });

  it('take what a small class lacks as the worst that it has', () => {
    expect(nearness(at(0), 2, group([at(60)], [2]))).toBeCloseTo(0.5 + 0.5);
  });

  it('are nowhere for a class without phrasings, and never below 0', () => {
    const phrasings = group([at(180)], [0]);

    expect(nearness(at(0), 0, phrasings)).toBe(0);
    expect(nearness(at(0), 1, phrasings)).toBe(0);
  });
});
