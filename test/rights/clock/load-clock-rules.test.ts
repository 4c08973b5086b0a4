import { readFileSync } from 'node:fs';

import { loadClockRules } from '../../../src/rights/clock/load-clock-rules';
import { MATTERS } from '../../../src/rights/matter';
import { describeProblem } from '../../../src/shared/content-problem';
import { ContentFolder } from '../../support/notices';
import { rules } from './real-rules';

const shipped = readFileSync('content/clocks.yaml', 'utf8');

describe('the rules of the clocks', () => {
  const folder = new ContentFolder();
  afterAll(() => folder.remove());

  const problemsOf = (text: string): readonly string[] => {
    folder.write('clocks.yaml', text);
    return loadClockRules(folder.path).problems.map(describeProblem);
  };

  it('are sound as they are shipped, and have a clock for every matter', () => {
    expect(loadClockRules('content').problems).toEqual([]);
    expect(Object.keys(rules.matters).sort()).toEqual([...MATTERS].sort());
  });

  it('are those of the law', () => {
    expect(rules.reply).toMatchObject({ months: 1, extendedMonths: 3, rulesFrom: '2026-02-05' });
    expect(rules.complaint).toEqual({ acknowledgeDays: 30, rulesFrom: '2026-06-19' });
    expect(rules.breach).toEqual({ hours: 72 });
    const pausing = MATTERS.filter((matter) => {
      const clock = rules.matters[matter];
      return clock.clock === 'reply' && clock.clarificationPauses;
    });
    expect(pausing).toEqual(['access']);
  });

  it.each([
    ['lacks a matter', shipped.replace(/^ {2}erasure: .*\n/m, ''), /matters\.erasure: .*\(shape\)$/],
    ['has an unknown matter', `${shipped}  parking: { clock: none }\n`, /parking.*\(known-keys\)$/],
    ['has an unknown clock', shipped.replace('breach: { clock: breach }', 'breach: { clock: sundial }'), /\(shape\)$/],
    ['has a clock without its rule', shipped.replace(', clarification-pauses: true', ''), /write true or false/],
    ['extends to less than before', shipped.replace('extended-months: 3', 'extended-months: 1'), /more than "months"/],
    ['gives no time', shipped.replace('hours: 72', 'hours: 0'), /write 1 or more/],
    ['gives half a day', shipped.replace('target-days: 28', 'target-days: 27.5'), /write a whole number/],
    ['has a day that there is not', shipped.replace('2026-02-05', '2026-02-30'), /write a day that there is/],
  ])('are refused when the file %s', (_case, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });
});
