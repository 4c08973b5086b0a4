import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { checkTopicPassages, loadQuestions } from '../../src/search/load-questions';
import { FLOWS } from '../../src/search/understanding';
import { CONTENT_DIR, realNotice } from '../search/real-content';

const FOLDER = join(CONTENT_DIR, 'questions');

/** All texts below a value, at any depth, that have several lines or are the only line of a block. */
function blocksOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.endsWith('\n') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(blocksOf) : [];
}

describe('the questions as they are shipped', () => {
  const { value: questions, problems } = loadQuestions(CONTENT_DIR);

  it('are sound, and cover the notice in force', () => {
    expect(problems).toEqual([]);
    expect(checkTopicPassages(questions, realNotice())).toEqual([]);
  });

  it('are what any YAML reader finds in the files', () => {
    const lines = readdirSync(FOLDER)
      .flatMap((name) => blocksOf(parse(readFileSync(join(FOLDER, name), 'utf8'))))
      .flatMap((block) => block.trim().split('\n'));

    expect(questions.phrasings.map(({ text }) => text).sort()).toEqual(lines.sort());
  });

  it('stand on the line that they name', () => {
    const files = new Map<string, readonly string[]>();
    const sourceOf = (file: string): readonly string[] => {
      const lines = files.get(file) ?? readFileSync(join(CONTENT_DIR, file), 'utf8').split('\n');
      files.set(file, lines);
      return lines;
    };

    const misplaced = questions.phrasings.filter(({ file, line, text }) => sourceOf(file)[line - 1]?.trim() !== text);

    expect(misplaced).toEqual([]);
    expect(
      questions.topics.every(({ file, line, id }) =>
        sourceOf(file)
          .slice(line - 1, line + 1)
          .join()
          .includes(id),
      ),
    ).toBe(true);
  });

  it('show for every flow and every topic how people ask', () => {
    const asked = new Set(questions.phrasings.map(({ meaning }) => meaning));

    const meanings = [
      ...FLOWS.map((flow) => `flow:${flow}` as const),
      ...questions.topics.map(({ id }) => `topic:${id}` as const),
    ];

    expect(meanings.filter((meaning) => !asked.has(meaning))).toEqual([]);
  });
});
