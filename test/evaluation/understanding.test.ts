import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { askQuestions, type Outcome } from '../../src/commands/evaluate/ask-questions';
import { MODES, readBaseline } from '../../src/commands/evaluate/baseline';
import { changeReport } from '../../src/commands/evaluate/change-report';
import { compareWithBaseline, type Comparison } from '../../src/commands/evaluate/compare-with-baseline';
import { BASELINE, OWN_SET } from '../../src/commands/evaluate/labelled-question';
import { readQuestionSet } from '../../src/commands/evaluate/read-question-set';
import { worseThanNoise } from '../../src/commands/evaluate/worse-than-noise';
import { loadDesk } from '../../src/commands/load-desk';
import { loadQuestions } from '../../src/search/load-questions';
import type { Quote } from '../../src/replies/reply';
import { CONTENT_DIR, MODEL_DIR, realNotice } from '../search/real-content';

const notice = realNotice();
const { value: questions, problems } = readQuestionSet(OWN_SET, {
  topics: loadQuestions(CONTENT_DIR).value.topics,
  notice,
});

/** The files of the notice as they were approved, read without any code of ours. */
function approvedWords(): string {
  const folder = join(CONTENT_DIR, 'notice', notice.version);
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

const quotedLines = ({ text, leadIn = '', items = [] }: Quote): readonly string[] =>
  [text, leadIn, ...items].flatMap((words) => words.split('\n'));

describe('the questions of the evaluation', () => {
  it('are sound, and 300 at least', () => {
    expect(problems).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(300);
  });
});

describe.each(MODES)('the questions of the evaluation, %s,', (mode) => {
  let outcomes: readonly Outcome[];
  let comparison: Comparison;
  const quotes: Quote[] = [];

  beforeAll(async () => {
    const settings = { CONTENT_DIR, MODEL_DIR, ENCODER: mode === 'with encoder' ? 'on' : 'off' };
    const { desk, close } = await loadDesk(settings, undefined);
    const understand: typeof desk.understand = async (text, context) => {
      const understanding = await desk.understand(text, context);
      quotes.push(...desk.reply(understanding, context).quotes);
      return understanding;
    };
    outcomes = await askQuestions(questions, { understand }, notice);
    comparison = compareWithBaseline(outcomes, readBaseline(BASELINE)[mode]);
    await close();
  });

  it('stand in the baseline, all of them and no others', () => {
    // When this fails, look at what `npm run -s evaluate` tells, and record it with --record.
    expect({ added: comparison.added, removed: comparison.removed }).toEqual({ added: [], removed: [] });
  });

  it('are understood as well as when the baseline was recorded, or as little worse as chance explains', () => {
    const isWorse = worseThanNoise(comparison).length > 0;

    expect(isWorse ? changeReport(comparison) : []).toEqual([]);
  });

  it('are answered with what the notice says, word for word', () => {
    const approved = approvedWords();

    expect(quotes.length).toBeGreaterThan(questions.length / 4);
    expect(quotes.flatMap(quotedLines).filter((line) => !approved.includes(line))).toEqual([]);
  });
});
