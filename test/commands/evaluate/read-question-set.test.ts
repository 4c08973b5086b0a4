import { readQuestionSet } from '../../../src/commands/evaluate/read-question-set';
import { describeProblem } from '../../../src/shared/content-problem';
import { aNotice } from '../../search/a-notice';
import { aSetFolder, type SetFolder } from './a-question-set';

const KNOWN = {
  notice: aNotice({ Calls: ['We keep calls for six months.', 'Managers hear calls.'] }),
  topics: [
    { id: 'keeping', title: 'How long', passages: ['section-1/passage-1', 'section-1/passage-2'] },
    { id: 'gone', title: 'What the notice said once', passages: ['section-9/passage-1'] },
  ],
};

describe('a set of labelled questions', () => {
  let folder: SetFolder;
  beforeEach(() => (folder = aSetFolder()));
  afterEach(() => folder.remove());

  const read = (...lines: readonly unknown[]) => {
    folder.write(lines);
    return readQuestionSet(folder.file, KNOWN);
  };

  it('names what is right by topics, and knows their passages and section', () => {
    const { value, problems } = read({
      id: 'A',
      q: ' how long? ',
      kind: 'answer',
      wanted: ['topic:keeping', 'flow:access'],
    });

    expect(problems).toEqual([]);
    expect(value).toEqual([
      expect.objectContaining({
        id: 'A',
        q: 'how long?',
        wanted: ['section-1/passage-1', 'section-1/passage-2', 'access'],
        section: 'Calls',
        tags: [],
        line: 1,
      }),
    ]);
  });

  it('takes declining and small talk for right by themselves, beside what else would do', () => {
    const { value } = read(
      { id: 'A', q: 'hi', kind: 'smalltalk' },
      { id: 'B', q: 'he is at my door', kind: 'decline', why: 'off_topic', wanted: ['urgent'] },
    );

    expect(value.map(({ wanted }) => wanted)).toEqual([['smalltalk'], ['urgent', 'decline']]);
  });

  it.each([
    ['{"id":', 'this line is not JSON  (json)'],
    [
      { id: 'A', q: 'x', kind: 'answer', wanted: ['topic:none'] },
      'there is no topic:none, or nothing of it in the notice',
    ],
    [
      { id: 'A', q: 'x', kind: 'answer', wanted: ['topic:gone'] },
      'there is no topic:gone, or nothing of it in the notice',
    ],
    [{ id: 'A', q: 'x', kind: 'flow', wanted: ['flow:eraze'] }, 'there is no flow:eraze'],
    [{ id: 'A', q: 'x', kind: 'flow', wanted: ['topic:keeping'] }, '"wanted" has no flow: though the kind is flow'],
    [{ id: 'A', q: 'x', kind: 'answer', wanted: [] }, '"wanted" has no topic: though the kind is answer'],
    [{ id: 'A', q: 'x', kind: 'answer', wanted: ['keeping'] }, 'wanted.0 is no "topic:..."'],
    [{ id: 'A', q: 'x', kind: 'decline' }, 'a question to decline needs "why"'],
    [{ id: 'A', q: 'x', kind: 'smalltalk', why: 'off_topic' }, '"why" is for questions to decline only'],
    [{ id: 'A', q: 'x', kind: 'smalltalk', gold: [] }, '(known-keys)'],
    [{ id: 'A', q: ' ', kind: 'smalltalk' }, '(shape)'],
  ])('tells of %j', (line, problem) => {
    const { value, problems } = read(line);

    expect(value).toEqual([]);
    expect(problems.map(describeProblem).join('\n')).toContain(`questions.jsonl:1  `);
    expect(problems.map(describeProblem).join('\n')).toContain(problem);
  });

  it('may not have an id or a question twice', () => {
    const { problems } = read({ id: 'A', q: 'hi', kind: 'smalltalk' }, { id: 'A', q: 'Hi!', kind: 'smalltalk' });

    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'the id A stands on line 1 already'],
      [2, 'the question "hi" stands on line 1 already'],
    ]);
  });

  it('is missed when there is no such file', () => {
    expect(readQuestionSet('no-such-file.jsonl', KNOWN).problems).toEqual([
      expect.objectContaining({ file: 'no-such-file.jsonl', rule: 'file-exists' }),
    ]);
  });
});
