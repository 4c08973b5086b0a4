import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadHandoverRules } from '../../src/handoff/load-handover-rules';
import { CONTENT_DIR } from '../search/real-content';
import { realHandoverRules } from './a-handover';

const shipped = readFileSync(join(CONTENT_DIR, 'handover.yaml'), 'utf8');

function problemsOf(change: (text: string) => string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-rules-'));
  try {
    writeFileSync(join(folder, 'handover.yaml'), change(shipped));
    return loadHandoverRules(folder).problems.map(({ problem }) => problem);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the rules of a handover', () => {
  it('are as they are shipped', () => {
    const { hours, patience, toTeam } = realHandoverRules();
    expect(hours.days.get(1)).toEqual({ from: '09:00', to: '17:00' });
    expect(hours.days.get(6)).toBeUndefined();
    expect(patience.nobodyCame).toBe(30 * 60_000);
    expect(toTeam.otherwise).toBe('customers');
  });

  it.each([
    [
      'a team that does not exist',
      (text: string) => text.replace('breach: privacy', 'breach: nobody'),
      /no team "nobody"/,
    ],
    ['a span that ends before it begins', (text: string) => text.replace('09:00-17:00', '17:00-09:00'), /ends before/],
    ['a time that is none', (text: string) => text.replace('09:00-17:00', '9 to 5'), /no span of time/],
    [
      'a wait that is no length of time',
      (text: string) => text.replace('came: PT30M', 'came: half an hour'),
      /no length of time/,
    ],
    ['a key that nobody knows', (text: string) => `${text}\nmore: 1\n`, /[Uu]nrecognized/],
  ])('are refused with %s', (_, change, problem) => {
    expect(problemsOf(change).join()).toMatch(problem);
  });

  it('may leave days out, which are closed then', () => {
    expect(problemsOf((text) => text.replace(/ {2}friday:.*\n/, ''))).toEqual([]);
  });
});
