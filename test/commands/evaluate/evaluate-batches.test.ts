import { leaveOutAndReport } from '../../../src/commands/evaluate/evaluate-batches';
import type { Meaning, Phrasing } from '../../../src/search/question-content';
import { aNotice } from '../../search/a-notice';

const notice = aNotice({ Calls: ['We keep calls for six months.'], Cameras: ['Cameras are in lobbies.'] });
const topics = [
  { id: 'calls', title: 'Calls', passages: ['section-1/passage-1'] },
  { id: 'cameras', title: 'Cameras', passages: ['section-2/passage-1'] },
];
const asked: readonly (readonly [Meaning, string])[] = [
  ['topic:calls', 'how long are calls kept'],
  ['topic:calls', 'are calls kept for months'],
  ['topic:cameras', 'where are cameras'],
  ['topic:cameras', 'do lobbies have cameras'],
  ['off_topic', 'my tap drips'],
  ['not_in_notice', 'which company made it'],
  ['flow:erasure', 'delete my file'],
  ['smalltalk', 'good morning'],
];
/** Three people who write alike, and one who wrote beside the notice. */
const phrasings = ['first', 'second', 'third', 'by-passage-1'].flatMap((batch) =>
  asked.map(([meaning, text]): Phrasing => ({ meaning, text: `${text} ${batch}`, batch })),
);
const evaluation = { questions: { topics, phrasings }, notice, lexicon: {} };

describe('leaving batches out', () => {
  it('judges the lines of each natural batch by what the others taught', async () => {
    const steps: string[] = [];

    const report = await leaveOutAndReport(evaluation, { fit: false }, (line) => steps.push(line));

    expect(steps).toEqual(['leaving out first', 'leaving out second', 'leaving out third']);
    expect(report[1]).toMatch(/^first +8 /);
    expect(report.find((line) => line.startsWith('topic'))).toMatch(/^topic +12 +100\.0 %/);
    expect(report.find((line) => line.startsWith('all'))).toMatch(/^all +24 /);
    expect(report).toContainEqual(expect.stringMatching(/^False answers: 0 of 6 lines to decline/));
  });

  it('leaves several out at once when they are named', async () => {
    const steps: string[] = [];

    const report = await leaveOutAndReport(evaluation, { together: ['third', 'first'], fit: false }, (line) =>
      steps.push(line),
    );

    expect(steps).toEqual(['leaving out third, first']);
    expect(report.slice(1, 3)).toEqual([expect.stringMatching(/^first +8 /), expect.stringMatching(/^third +8 /)]);
    expect(report.find((line) => line.startsWith('all'))).toMatch(/^all +16 /);
  });

  it('prints weights that fit when it is asked to', async () => {
    const report = await leaveOutAndReport(evaluation, { together: ['first'], fit: true }, () => undefined);

    const fitted = JSON.parse(report.at(-1) ?? '') as { readonly signals: readonly number[] };
    expect(fitted.signals).toHaveLength(1);
    expect(fitted.signals[0]).toBeGreaterThan(0);
  });

  it('names the batches that there are when one is asked for that there is not', async () => {
    await expect(leaveOutAndReport(evaluation, { together: ['fourth'], fit: false }, () => undefined)).rejects.toThrow(
      'there is no batch "fourth"; there are by-passage-1, first, second, third',
    );
  });
});
