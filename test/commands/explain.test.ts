import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SIGNAL_NAMES, WITH_ENCODER } from '../../src/search/combination-weights';

/** Runs the built command, as `npm run ask` does. */
function explain(args: readonly string[], environment: Record<string, string> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/src/commands/ask.js', '--explain', ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** The numbers of a line, in order. */
const numbersIn = (line: string): number[] => [...line.matchAll(/-?\d+\.\d+/g)].map(([number]) => Number(number));

describe('an explanation', () => {
  const told = explain(['hi, how long do u keep recordins of my calls, thanks']);
  const meanings = told.split('\n').filter((line) => /^ +[\d.]+ % .*(topic:|not_in_notice)/.test(line));

  it('tells what was left out, and how the words were read', () => {
    expect(told).toMatch(/^Read as +how long do u keep recordins of my calls$/m);
    expect(told).toMatch(/^Words +how long do you keep recordings? of my calls$/m);
    expect(told).toMatch(/^Changed +u -> you \(short form or number\), recordins -> recordings? \(spelling\)$/m);
    expect(told).toMatch(/^Concepts .*\bkeep\b/m);
    expect(told).toMatch(/^Cues .*\basks-how-long\b/m);
  });

  it('tells what was looked for first, and not found', () => {
    for (const check of ['danger words', 'small talk and nothing else', 'the title of a request']) {
      expect(told).toMatch(new RegExp(`^ +${check} +no$`, 'm'));
    }
  });

  it('shows five phrasings near to it, the nearest first', () => {
    const near = [...told.matchAll(/^ +(0\.\d\d) {3}(topic:\S+|flow:\S+|\w+_\w+) +\S/gm)];

    expect(near).toHaveLength(5);
    expect(near[0]?.[2]).toBe('topic:how-long-calls');
    expect(near.map(([, cosine]) => cosine)).toEqual(
      near
        .map(([, cosine]) => cosine)
        .sort()
        .reverse(),
    );
  });

  it('shows for each meaning a score that is the sum of its parts, and the likeliest first', () => {
    expect(meanings.length).toBeGreaterThan(3);
    expect(meanings[0]).toContain('topic:how-long-calls');
    for (const line of meanings) {
      const [, score = NaN, ...rest] = numbersIn(line);
      const bias = rest.at(-1) ?? NaN;
      const parts = rest.slice(0, -1).filter((_, at) => at % 2 === 1);
      expect(parts).toHaveLength(WITH_ENCODER.signals.length);
      expect(Math.abs(parts.reduce((sum, part) => sum + part, bias) - score)).toBeLessThan(0.05);
    }
  });

  it('says why: what was done is what is expected to cost least, and that is what is shown', () => {
    const [, costs = ''] = /^ +what can be done +right +cost\n([^]*?)\n\n/m.exec(told) ?? [];
    const [first = '', ...others] = costs.split('\n');

    expect(first).toMatch(/^ +answer with a quote/);
    expect(numbersIn(first).at(-1)).toBeLessThan(Math.min(...others.map((line) => numbersIn(line).at(-1) ?? 0)));
    expect(told).toMatch(/Why: to answer with a quote is expected to cost the person [\d.]+; the next, to /);
    expect(told).toMatch(/Understood as answer, \d+ % sure\.\n\nWhat is shown\n {4}The notice says 6 months\./);
  });

  it('has a name for every signal', () => {
    expect(SIGNAL_NAMES).toHaveLength(WITH_ENCODER.signals.length);
  });

  it('ends where words of danger decide', () => {
    const gas = explain(['i smell gas, how long do you keep calls']);

    expect(gas).toMatch(/danger words +gas\n\nUnderstood as urgent/);
    expect(gas).not.toContain('What it can mean');
  });

  it('does without vectors when the encoder is off', () => {
    const words = explain(['how long do you keep recordings of my calls'], { ENCODER: 'off' });

    expect(words).toContain('not compared, as the encoder is off');
    expect(words).toMatch(/share +score +words x [\d.]+ +bias of its kind/);
  });

  it('shows of another notice how near its passages are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'explain-'));
    const file = join(folder, 'parrots.md');
    writeFileSync(file, '# Parrots\n\n## Keeping\n\nWe keep the names of parrots for nine years.\n\nCats go free.\n');

    const parrots = explain(['how long do you keep names of parrots', '--notice', file]);

    rmSync(folder, { recursive: true });
    expect(parrots).toMatch(
      /Nearest passages\n +score +section +passage\n +0\.\d\d +Keeping +We keep the names of parrots/,
    );
    expect(parrots).toMatch(/By cosine: sure 0\.\d\d, near enough to answer \(from 0\.\d\d\)\./);
    expect(parrots).toMatch(/By BM25: /);
  });

  it('is of one question at a time', () => {
    expect(explain(['--json'])).toMatch(/without --json/);
  });
});
