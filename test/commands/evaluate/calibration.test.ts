import { calibrate, describeCalibration } from '../../../src/commands/evaluate/calibration';

const claims = (count: number, confidence: number, right: number) =>
  Array.from({ length: count }, (_, at) => ({ confidence, cameTrue: at < right }));

describe('calibration', () => {
  it('finds no error where as much comes true as was said', () => {
    expect(calibrate([...claims(10, 0.7, 7), ...claims(4, 0.25, 1), ...claims(3, 1, 3)]).error).toBeCloseTo(0);
  });

  it('weighs how far sure and true are apart by how many there are', () => {
    const { bins, error } = calibrate([...claims(10, 0.95, 5), ...claims(30, 0.45, 15)]);

    expect(bins).toEqual([
      { from: 0.4, claims: 30, sure: expect.closeTo(0.45) as number, true: 0.5 },
      { from: 0.9, claims: 10, sure: expect.closeTo(0.95) as number, true: 0.5 },
    ]);
    expect(error).toBeCloseTo((30 * 0.05 + 10 * 0.45) / 40);
  });

  it('is told in a line for each tenth that holds anything', () => {
    expect(describeCalibration(calibrate(claims(4, 0.75, 3)))).toEqual([
      'how sure     questions   sure on average   came true',
      '70 to 80 %           4            75.0 %      75.0 %',
      'Expected calibration error: 0.000 (0 is as sure as it may be)',
    ]);
  });
});
