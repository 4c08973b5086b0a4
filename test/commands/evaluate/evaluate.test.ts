import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { aSetFolder, SOME_QUESTIONS, type SetFolder } from './a-question-set';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

describe('evaluate', () => {
  let folder: SetFolder;
  beforeEach(() => (folder = aSetFolder()));
  afterEach(() => folder.remove());

  /** Runs the built command in the folder of the set, by words alone: the encoder is found in the project's folder only. */
  function evaluate(...args: readonly string[]): Ended {
    const places = { CONTENT_DIR: resolve('content'), MODEL_DIR: resolve('model'), ENCODER: 'off' };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/src/commands/evaluate.js'), ...args],
      {
        cwd: folder.path,
        env: { ...process.env, ...places },
        encoding: 'utf8',
      },
    );
    return { status, out: stdout, err: stderr };
  }

  const baselineFile = () => join(folder.path, 'test', 'evaluation', 'baseline.json');
  const baseline = () => readFileSync(baselineFile(), 'utf8');

  it('tells how many were right, by kind, section and tag', () => {
    const { status, out, err } = evaluate();

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^all +5 +80\.0 % +0\.0 % +20\.0 % +0\.0 %$/m);
    expect(out).toMatch(/^decline +2 +50\.0 %/m);
    expect(out).toMatch(/^How long do we keep your information\? +1 +100\.0 %/m);
    expect(out).toMatch(/^polite +2 +100\.0 %/m);
    expect(out).toMatch(/^False answers: 1 of 2 questions to decline \(50\.0 %\)\.$/m);
    expect(out).toMatch(/^The reason for declining was the right one for 1 of 1\.$/m);
    expect(out).toMatch(/^Expected calibration error: 0\.\d{3}/m);
    expect(out).toContain('There is no baseline yet');
  });

  it('records a baseline, and then finds nothing changed', () => {
    evaluate('--record');

    expect(baseline()).toContain('"Q-2": "right: flow erasure"');
    expect(evaluate().out).toMatch(/^Changed: 0 questions \(0 worse, 0 better, 0 same\)\.$/m);
  });

  it('tells for each question that changed what was shown and what is shown now', () => {
    evaluate('--record');
    const before = baseline()
      .replace('right: flow erasure', 'wrong: answer how-long/somewhere')
      .replace(/wrong: answer how-long\/recordings[^"]*/, 'right: decline not_in_notice')
      .replace('right: smalltalk greeting', 'right: smalltalk thanks');
    writeFileSync(baselineFile(), before);

    const { out } = evaluate();

    expect(out).toMatch(/^Right: 4 -> 4 of 5 \(80\.0 % -> 80\.0 %\)\.\nFalse answers: 0 -> 1\.$/m);
    expect(out).toMatch(/^Changed: 3 questions \(1 worse, 1 better, 1 same\)\.$/m);
    expect(out).toContain(
      'better  Q-2  delete my data\n    before: wrong: answer how-long/somewhere\n    now:    right: flow erasure',
    );
    expect(out).toContain('worse  Q-5  how long are phone calls kept\n    before: right: decline not_in_notice');
    expect(out).toContain('same  Q-4  hello');
  });

  it('leaves the baseline as it is unless it is told to record', () => {
    evaluate('--record');
    const before = baseline();
    folder.write(SOME_QUESTIONS.slice(1));

    expect(evaluate().out).toMatch(/^In the baseline only: Q-1\.$/m);
    expect(baseline()).toBe(before);
  });

  it('tells which matters are recognised, and what was recognised falsely', () => {
    const { status, out } = evaluate('--matters');

    expect(status).toBe(0);
    expect(out).toMatch(/^all +4 +75\.0 % +3 +0 +0 +0 +1 +0$/m);
    expect(out).toContain('raised falsely  delete my data\n    wanted:     none\n    recognised: erasure');
    expect(out).not.toContain('questions.jsonl');
    expect(evaluate().out).toContain('raised falsely  delete my data');
  });

  it('records which matters are recognised, and tells what became worse', () => {
    evaluate('--matters', '--record');
    const file = join(folder.path, 'test', 'evaluation', 'matters-baseline.json');
    const before = readFileSync(file, 'utf8');

    expect(before).toContain('"can you fix my tap": "right: none"');
    expect(evaluate('--matters').out).toMatch(/^Changed: 0 messages\.$/m);
    writeFileSync(file, before.replace('raised falsely: erasure', 'right: none'));
    expect(evaluate('--matters').out).toMatch(/^Changed: 1 messages\.\nWORSE: raised falsely: 0 -> 1\.$/m);
  });

  it('draws how sure it was and what was taken for what', () => {
    const { out } = evaluate('--pictures');

    const picture = (name: string) => readFileSync(join(folder.path, 'docs', 'pictures', name), 'utf8');
    expect(out).toMatch(/^Drew docs\/pictures\/calibration\.svg\.\nDrew docs\/pictures\/confusion\.svg\.$/m);
    expect(picture('calibration.svg')).toMatch(/<circle class="good" [^>]+>/);
    expect(picture('confusion.svg')).toContain('another matter: another matter 1.');
  });

  it('asks another set, also one that names passages', () => {
    folder.write([
      { q: 'how long are calls kept', kind: 'answer', gold: ['how-long/recordings-of-telephone-calls-for-6'] },
    ]);

    expect(evaluate('--set', folder.file).out).toMatch(/^answer +1 +100\.0 %/m);
  });

  it('tells what is wrong with the questions, line by line, with status 1', () => {
    folder.write([...SOME_QUESTIONS, { id: 'Q-6', q: 'why', kind: 'answer', wanted: ['topic:nothing'] }]);

    const { status, out, err } = evaluate();

    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(
      /questions\.jsonl:6 {2}there is no topic:nothing, or nothing of it in the notice {2}\(label-exists\)/,
    );
  });

  it.each([
    [['--loud'], /--loud/],
    [['--fit'], /--fit goes with --batches only/],
    [['--batches', '--record'], /--record is for the project's own questions only/],
    [['--batches', '--set', 'x'], /--set does not go with --batches/],
    [['--matters', '--pictures'], /--pictures does not go with --matters/],
  ])('refuses wrong usage with status 2: %j', (args, problem) => {
    const { status, out, err } = evaluate(...args);

    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(problem);
    expect(err).toMatch(/--help shows how to evaluate/);
  });

  it('shows help', () => {
    expect(evaluate('--help').out).toMatch(/--together A,B/);
  });
});
