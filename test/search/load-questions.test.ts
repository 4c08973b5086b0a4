import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeCoverage } from '../../src/search/describe-coverage';
import { checkTopicPassages, loadQuestions } from '../../src/search/load-questions';
import { describeProblem } from '../../src/shared/content-problem';
import { aNotice } from './a-notice';

const CALLS = `# How people ask.
- topic: keeping-calls
  title: How long we keep calls
  passages:
    - section-1/passage-1
  asked:
    # Written in spring.
    first-hand: |
      how long do you keep calls
      Calls: kept # how long?

    second-hand: |
      is my call thrown away
- title: Who hears calls
  topic: hearing-calls
  passages: [section-1/passage-2, section-1/passage-1]
  asked:
    first-hand: |
      who can hear my call
`;
const BEYOND = `off_topic:
  first-hand: |
    my tap drips
not_in_notice:
  first-hand: |
    which company keeps the calls
`;
const NOTICE = aNotice({ Calls: ['We keep calls for six months.', 'Managers hear calls.'] });

describe('the questions of the content folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'questions-'));
    mkdirSync(join(folder, 'questions'));
    write('section-1', CALLS);
    write('flows', 'access:\n  first-hand: |\n    send me my calls\n');
    write('beyond', BEYOND);
    write('smalltalk', 'asked:\n  first-hand: |\n    hello there\n');
    write('not-asked-about', '# Nothing yet.\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, 'questions', `${name}.yaml`), text);
  };

  /** Changes the topics and returns what the check then says. */
  const problemsAfter = (from: string | RegExp, to: string): readonly string[] => {
    const after = CALLS.replace(from, to);
    expect(after).not.toBe(CALLS);
    write('section-1', after);
    return loadQuestions(folder).problems.map(describeProblem);
  };

  const passageProblems = (): readonly string[] =>
    checkTopicPassages(loadQuestions(folder).value, NOTICE).map(describeProblem);

  it('are read with their topics, meanings, batches and places', () => {
    const { value, problems } = loadQuestions(folder);

    expect(problems).toEqual([]);
    expect(value.topics).toEqual([
      expect.objectContaining({ id: 'keeping-calls', title: 'How long we keep calls', line: 2 }),
      expect.objectContaining({
        id: 'hearing-calls',
        passages: ['section-1/passage-2', 'section-1/passage-1'],
        line: 15,
      }),
    ]);
    expect(value.phrasings.map(({ meaning, batch, text, line }) => [meaning, batch, text, line])).toEqual([
      ['topic:keeping-calls', 'first-hand', 'how long do you keep calls', 9],
      ['topic:keeping-calls', 'first-hand', 'Calls: kept # how long?', 10],
      ['topic:keeping-calls', 'second-hand', 'is my call thrown away', 13],
      ['topic:hearing-calls', 'first-hand', 'who can hear my call', 19],
      ['flow:access', 'first-hand', 'send me my calls', 3],
      ['off_topic', 'first-hand', 'my tap drips', 3],
      ['not_in_notice', 'first-hand', 'which company keeps the calls', 6],
      ['smalltalk', 'first-hand', 'hello there', 3],
    ]);
  });

  it('may not stand there twice, however they are typed', () => {
    expect(problemsAfter('is my call thrown away', "How long do you   keep call's?")).toEqual([
      `questions/section-1.yaml:13  "How long do you   keep call's?" stands in questions/section-1.yaml:9 already  (no-duplicates)`,
    ]);
  });

  it('may not mean two things', () => {
    expect(problemsAfter('is my call thrown away', 'Send me my calls!')).toEqual([
      'questions/flows.yaml:3  "send me my calls" means topic:keeping-calls in questions/section-1.yaml:13  (one-meaning)',
    ]);
  });

  it.each([
    ['who can hear my call', '?!', /^questions\/section-1\.yaml:19 {2}this line has no words {2}\(not-empty\)$/],
    [
      /hearing-calls/,
      'keeping-calls',
      /:15 {2}questions\/section-1\.yaml:2 is the topic "keeping-calls" too {2}\(unique\)$/,
    ],
    [
      'Who hears calls',
      'How long we keep calls?',
      /:15 {2}questions\/section-1\.yaml:2 has the same title.*\(unique\)$/,
    ],
    ['Who hears calls', 'W'.repeat(61), /:14 {2}1\.title: is longer than a button: 60 characters.*\(shape\)$/],
    ['topic: hearing-calls', 'topic: Hearing', /:15 {2}1\.topic: is no id.*\(shape\)$/],
    ['topic: hearing-calls', 'topics: hearing', /\(known-keys\)$/],
    [
      '[section-1/passage-2,',
      '[section-2/passage-2,',
      /:15 .*of another section; move the topic to questions\/section-2/,
    ],
    [
      ', section-1/passage-1]',
      ', section-1/passage-2]',
      /:16 {2}1\.passages: a passage stands there twice {2}\(shape\)$/,
    ],
    ['second-hand', 'first-hand', /:12 {2}the batch "first-hand" stands here twice.*\(unique\)$/],
    ['second-hand', 'Second hand', /:12 {2}"Second hand" is no id.*\(id-form\)$/],
    ['      is my call thrown away\n', '', /:12 {2}the batch "second-hand" has no questions {2}\(not-empty\)$/],
    ['    first-hand: |\n      who', '    - who', /\(shape\)$/],
  ])('tell of %s written as %s', (from, to, problem) => {
    expect(problemsAfter(from, to)).toContainEqual(expect.stringMatching(problem));
  });

  it('may not be of a flow that there is not', () => {
    write('flows', 'access:\n  first-hand: |\n    send me my calls\n\neraze:\n  first-hand: |\n    delete my calls\n');

    expect(loadQuestions(folder).problems.map(describeProblem)).toEqual([
      expect.stringMatching(/^questions\/flows\.yaml:5 {2}eraze: .*\(known-keys\)$/),
    ]);
  });

  it('are missed when a file of them is not there', () => {
    rmSync(join(folder, 'questions', 'beyond.yaml'));

    expect(loadQuestions(folder).problems.map(describeProblem)).toEqual([
      'questions/beyond.yaml:1  the file is missing  (file-exists)',
    ]);
  });

  it('agree with the notice when each passage has a topic', () => {
    expect(passageProblems()).toEqual([]);
  });

  it('may not name a passage that the notice does not have', () => {
    write('section-1', CALLS.replace('section-1/passage-1]', 'section-1/passage-9]'));

    expect(passageProblems()).toEqual([
      'questions/section-1.yaml:15  hearing-calls: the notice of 2020-01 has no passage "section-1/passage-9"  (passage-exists)',
    ]);
  });

  it('may leave a passage out only with a reason', () => {
    write('section-1', CALLS.replace('[section-1/passage-2, section-1/passage-1]', '[section-1/passage-1]'));
    expect(passageProblems()).toEqual([
      expect.stringMatching(
        /^questions\/section-1\.yaml:1 {2}no topic has the passage "section-1\/passage-2".*\(passage-covered\)$/,
      ),
    ]);

    write('not-asked-about', 'section-1/passage-2: Nobody asks who hears calls.\n');

    expect(passageProblems()).toEqual([]);
  });

  it('may not excuse a passage that has a topic, or that there is not', () => {
    write('not-asked-about', 'section-1/passage-2: a reason\nsection-1/passage-9: a reason\n');

    expect(passageProblems()).toEqual([
      expect.stringMatching(/^questions\/not-asked-about\.yaml:1 .*has a topic now.*\(passage-covered\)$/),
      expect.stringMatching(/^questions\/not-asked-about\.yaml:2 .*has no passage.*\(passage-exists\)$/),
    ]);
  });

  it('are counted, with the topics that few people have asked about, the poorest first', () => {
    expect(describeCoverage(loadQuestions(folder).value)).toEqual({
      topics: 2,
      questions: 8,
      batches: 2,
      thin: [
        { id: 'hearing-calls', file: 'questions/section-1.yaml', line: 15, questions: 1, batches: 1 },
        { id: 'keeping-calls', file: 'questions/section-1.yaml', line: 2, questions: 3, batches: 2 },
      ],
    });
  });
});
