import { calibrate } from '../../../src/commands/evaluate/calibration';
import type { Confusion } from '../../../src/commands/evaluate/confusion';
import { drawCalibration } from '../../../src/commands/evaluate/draw-calibration';
import { drawConfusion } from '../../../src/commands/evaluate/draw-confusion';

const confusion: Confusion = {
  rows: ['Gas & <light>', 'a request'],
  columns: ['Gas & <light>', 'a request', '"did you mean"'],
  counts: [
    [3, 0, 1],
    [1, 4, 0],
  ],
};
const claims = (count: number, confidence: number, right: number) =>
  Array.from({ length: count }, (_, at) => ({ confidence, cameTrue: at < right }));

describe('the pictures', () => {
  const calibration = drawCalibration(calibrate([...claims(100, 0.95, 90), ...claims(4, 0.45, 2)]));
  const confused = drawConfusion(confusion);

  it.each([
    ['calibration', calibration],
    ['confusion', confused],
  ])('need no other file and no script, and have colours for light and dark: %s', (_, picture) => {
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*<\/svg>\n$/);
    expect(picture).toContain('prefers-color-scheme: dark');
    expect(picture).not.toMatch(/<script|href=|url\(/);
  });

  it('say in words what they show', () => {
    expect(calibration).toContain('45 % sure: 50 % of 4; 95 % sure: 90 % of 100.');
    expect(confused).toContain('Gas &#38; &#60;light&#62;: Gas &#38; &#60;light&#62; 3, &#34;did you mean&#34; 1.');
  });

  it('put as many dots as there are tenths, the one with more questions larger, where sure and true are', () => {
    const dots = [...calibration.matchAll(/<circle class="good" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)];
    const [[, fewX, fewY, few] = [], [, manyX, manyY, many] = []] = dots;

    expect(dots).toHaveLength(2);
    expect(Number(many)).toBeGreaterThan(Number(few));
    expect(Number(manyX) - Number(fewX)).toBeCloseTo(360 * 0.5);
    expect(Number(fewY) - Number(manyY)).toBeCloseTo(360 * 0.4);
  });

  it('tell the right ones, the wrong ones and what was asked back apart', () => {
    const cells = [...confused.matchAll(/<rect class="(good|bad|other)"/g)].map(([, kind]) => kind);

    expect(cells).toEqual(['good', 'other', 'bad', 'good']);
  });
});
