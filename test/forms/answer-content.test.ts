import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadAnswerWords } from '../../src/forms/answer-content';
import { loadCommands } from '../../src/forms/command-content';
import { loadForms } from '../../src/forms/load-forms';
import { describeProblem } from '../../src/shared/content-problem';
import { answerWords } from './a-form';
import { CONTENT_DIR } from '../search/real-content';

describe('how people answer', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'answers-'));
    cpSync(join(CONTENT_DIR, 'rights'), join(folder, 'rights'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Puts other words in the place of the first such ones, and returns the line on which they begin, from 1. */
  const change = (name: string, from: string, to: string): number => {
    const file = join(folder, 'rights', name);
    const text = readFileSync(file, 'utf8');
    const at = text.indexOf(from);
    expect(at).toBeGreaterThanOrEqual(0);
    writeFileSync(file, text.slice(0, at) + to + text.slice(at + from.length));
    return text.slice(0, at).split('\n').length;
  };

  it('has no problem as it is shipped', () => {
    expect(loadAnswerWords(folder).problems).toEqual([]);
    expect(loadCommands(folder).problems).toEqual([]);
  });

  it('fills only questions and options that the forms have', () => {
    const { sharedQuestions } = loadForms(CONTENT_DIR).value;
    const { people, myself } = answerWords.about;
    const filled = [...people, myself].flatMap(({ fills }) => Object.entries(fills));
    const unknown = filled.filter(
      ([id, option]) => !sharedQuestions.some((one) => one.id === id && one.options.some((two) => two.id === option)),
    );

    expect(unknown).toEqual([]);
  });

  it('knows only the blanks that it says it knows', () => {
    const line = change('answers.yaml', 'its for my {who}', 'its for my {person}');

    expect(loadAnswerWords(folder).problems.map(describeProblem)).toEqual([
      `rights/answers.yaml:${line}  about.telling.${indexOfTelling('its for my {person}')}: blanks are {who} and {thing}  (shape)`,
    ]);
  });

  it('gives one wording to one command', () => {
    change('commands.yaml', '- go back\n', '- go back\n    - carry on\n');

    expect(loadCommands(folder).problems.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('"carry on" already means back'),
    ]);
  });

  it('needs a place for what is called in the wordings that name an answer', () => {
    const line = change('commands.yaml', '- edit {question}', '- edit it');

    expect(loadCommands(folder).problems).toMatchObject([
      { file: 'rights/commands.yaml', line, problem: expect.stringContaining('needs one {question}') as string },
    ]);
  });

  it('knows no other keys', () => {
    change('answers.yaml', 'no-way:', 'noway:');

    expect(
      loadAnswerWords(folder)
        .problems.map(({ rule }) => rule)
        .sort(),
    ).toEqual(['known-keys', 'shape']);
  });

  const indexOfTelling = (wording: string): number => {
    const text = readFileSync(join(folder, 'rights', 'answers.yaml'), 'utf8');
    const telling = text.slice(text.indexOf('  telling:')).split('\n').slice(1);
    return telling.findIndex((one) => one.includes(wording));
  };
});
