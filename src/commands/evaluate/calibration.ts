import { columns } from '../columns';
import { percent } from './verdict-table';

/** How sure something was, 0 to 1, and whether it came true. */
export interface Claim {
  readonly confidence: number;
  readonly cameTrue: boolean;
}

/** Claims that were about as sure as each other. */
export interface Bin {
  /** From this confidence to a tenth more. */
  readonly from: number;
  readonly claims: number;
  /** How sure they were on average, and how often they came true, both 0 to 1. */
  readonly sure: number;
  readonly true: number;
}

export interface Calibration {
  /** Those that hold anything, the least sure first. */
  readonly bins: readonly Bin[];
  /**
   * How far sure and true are apart on average, 0 to 1: the expected calibration error with ten bins of equal width,
   * each counting by its claims (Naeini, Cooper and Hauskrecht, 2015). Some hundred claims give one or two hundredths
   * by chance alone.
   */
  readonly error: number;
}

const BINS = 10;

/** Compares how sure claims were with how often they came true. */
export function calibrate(claims: readonly Claim[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, bin): Bin => {
    const of = claims.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const sure = of.reduce((sum, { confidence }) => sum + confidence, 0) / of.length;
    return {
      from: bin / BINS,
      claims: of.length,
      sure,
      true: of.filter(({ cameTrue }) => cameTrue).length / of.length,
    };
  }).filter((bin) => bin.claims > 0);
  const error = bins.reduce((sum, bin) => sum + bin.claims * Math.abs(bin.sure - bin.true), 0);
  return { bins, error: error / Math.max(1, claims.length) };
}

/** As a table, with the error under it. */
export function describeCalibration({ bins, error }: Calibration): readonly string[] {
  const rows = bins.map(({ from, claims, sure, true: cameTrue }) => {
    const name = `${Math.round(from * 100)} to ${Math.round(from * 100) + 100 / BINS} %`;
    return [name, String(claims), percent(sure, 1), percent(cameTrue, 1)];
  });
  return [
    ...columns(
      [['how sure', 'questions', 'sure on average', 'came true'], ...rows],
      ['left', 'right', 'right', 'right'],
    ),
    `Expected calibration error: ${error.toFixed(3)} (0 is as sure as it may be)`,
  ];
}
