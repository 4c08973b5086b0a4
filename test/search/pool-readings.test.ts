import { poolReadings } from '../../src/search/pool-readings';
import type { RankedMeaning } from '../../src/search/rank-meanings';

const reading = (shares: Readonly<Record<string, number>>): readonly RankedMeaning[] =>
  Object.entries(shares).map(([meaning, share]) => ({ meaning: meaning as RankedMeaning['meaning'], share }));

describe('pooling the readings of a message and its parts', () => {
  const whole = reading({ off_topic: 0.6, 'flow:access': 0.4 });

  it('leaves a message without parts as it is', () => {
    expect(poolReadings(whole, [])).toEqual(whole);
  });

  it('prefers what both hold to be likely', () => {
    const pooled = poolReadings(whole, [reading({ 'flow:access': 0.9, not_in_notice: 0.1 })]);

    expect(pooled[0]?.meaning).toBe('flow:access');
    expect(pooled.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('gives parts together less weight than the whole', () => {
    const sure = reading({ off_topic: 0.97, 'flow:access': 0.03 });

    expect(poolReadings(sure, [reading({ 'flow:access': 0.8, off_topic: 0.2 })])[0]?.meaning).toBe('off_topic');
  });
});
