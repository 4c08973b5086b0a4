import { MEANING_KINDS, meaningKind } from '../search/meaning-kind';
import { VERDICTS, type Verdict } from '../search/judge-understanding';
import type { Meaning } from '../search/question-content';

/** The bounds of the calibration, in tenths of confidence. */
const TENTHS = 10;

interface Judged {
  readonly kind: string;
  readonly verdict: Verdict;
  readonly confidence: number;
}

/** Counts verdicts by kind, and prints them. */
export class VerdictTable {
  private readonly judged: Judged[] = [];

  add(meaning: Meaning, verdict: Verdict, confidence: number): void {
    this.judged.push({ kind: meaningKind(meaning), verdict, confidence });
  }

  addAll(other: VerdictTable): void {
    this.judged.push(...other.judged);
  }

  /** One line: how many there are, and how many of a hundred got each verdict. */
  line(name: string, kind?: string): string {
    const of = this.judged.filter((one) => kind === undefined || one.kind === kind);
    const shares = VERDICTS.map((verdict) => percent(of.filter((one) => one.verdict === verdict).length, of.length));
    return [
      name.padEnd(26),
      String(of.length).padStart(6),
      ...shares.map((share, at) => share.padStart(WIDTHS[at] ?? 8)),
    ].join('');
  }

  /** The heading and a line for each kind, and one for all. */
  lines(): readonly string[] {
    const kinds = MEANING_KINDS.filter((kind) => this.judged.some((one) => one.kind === kind));
    return [HEADING, ...kinds.map((kind) => this.line(kind, kind)), this.line('all')];
  }

  /** How often it was right, for each tenth of how sure it was. */
  calibration(): readonly string[] {
    const tenths = Array.from({ length: TENTHS }, (_, tenth) => {
      return this.judged.filter(({ confidence }) => Math.min(TENTHS - 1, Math.floor(confidence * TENTHS)) === tenth);
    });
    return tenths.flatMap((of, tenth) => {
      if (of.length === 0) return [];
      const right = of.filter(({ verdict }) => verdict !== 'wrong' && verdict !== 'declined wrongly').length;
      const name = `sure ${tenth * TENTHS} to ${(tenth + 1) * TENTHS} %`;
      return `${name.padEnd(26)}${String(of.length).padStart(6)}${percent(right, of.length).padStart(8)} right or one tap away`;
    });
  }
}

const WIDTHS = VERDICTS.map((verdict) => verdict.length + 3);
export const HEADING = [
  'left out'.padEnd(26),
  ' lines',
  ...VERDICTS.map((verdict) => verdict.padStart(verdict.length + 3)),
].join('');

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));
