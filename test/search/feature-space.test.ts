import { FeatureSpace } from '../../src/search/feature-space';

const space = FeatureSpace.of([
  new Map([
    ['w:keep', 0.7],
    ['w:call', 0.7],
    ['b:keep call', 0.3],
  ]),
  new Map([
    ['w:keep', 0.7],
    ['w:data', 0.7],
  ]),
]);
const length = (values: Float32Array): number => Math.hypot(...values);

describe('the space of features', () => {
  it('leaves out pairs that are seen once', () => {
    expect(space.features).toEqual(['w:keep', 'w:call', 'w:data']);
  });

  it('makes vectors of one length, in which rare words count more', () => {
    const { values } = space.vectorOf(
      new Map([
        ['w:keep', 0.7],
        ['w:call', 0.7],
      ]),
    );

    expect(length(values)).toBeCloseTo(3);
    expect(values[1]).toBeGreaterThan(values[0] ?? Infinity);
  });

  it('says less of a message with unknown words', () => {
    const { values } = space.vectorOf(
      new Map([
        ['w:call', 0.7],
        ['w:zebra', 0.7],
      ]),
    );

    expect(length(values)).toBeLessThan(3);
  });

  it('gives an empty vector to a message without features', () => {
    expect(space.vectorOf(new Map()).indices).toHaveLength(0);
  });
});
