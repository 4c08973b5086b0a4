import { lawNotesFor } from '../../src/notice/law-note';
import { loadLawNotes } from '../../src/notice/load-law-notes';
import { describeProblem } from '../../src/shared/content-problem';
import { CONTENT_DIR, realLawNotes, realNotice, realSearchContent } from '../search/real-content';
import { aContentFolder, aNotice, type ContentFolder } from '../support/notices';

const SOUND = `show-unapproved: false
notes:
  videos:
    since: 2026-02-05
    for-notice: [2025-07]
    beside: [keeping/videos-of-the-entrance-for-10]
    answers: [how-many-days]
    says:
      - You may see them first.
      - Ask {regulator}.
    source: An Act, section 1
    approval: { by: Data Protection Officer, on: 2026-12-01 }
`;

describe('the notes on the law', () => {
  let folder: ContentFolder;
  beforeEach(() => {
    folder = aContentFolder();
  });
  afterEach(() => folder.remove());

  const context = { notice: aNotice(), details: ['how-many-days'], regulator: 'the authority' };
  const load = (text: string) => loadLawNotes(folder.write('law-notes.yaml', text).path, context);

  /** What the check says after a change of the sound file. */
  const problemsAfter = (from: string, to: string): readonly string[] => {
    expect(SOUND).toContain(from);
    return load(SOUND.replace(from, to)).problems.map(describeProblem);
  };

  it('are read as they are written, with the name of the regulator', () => {
    expect(load(SOUND)).toEqual({
      problems: [],
      value: {
        showsUnapproved: false,
        notes: [
          {
            id: 'videos',
            since: '2026-02-05',
            forNotice: ['2025-07'],
            beside: ['keeping/videos-of-the-entrance-for-10'],
            answers: ['how-many-days'],
            text: 'You may see them first. Ask the authority.',
            source: 'An Act, section 1',
            approval: { by: 'Data Protection Officer', on: '2026-12-01' },
          },
        ],
      },
    });
  });

  it('have no approval as long as it is awaited', () => {
    const { value, problems } = load(SOUND.replace(/approval: .*/, 'approval: awaited'));

    expect(problems).toEqual([]);
    expect(value.notes[0]?.approval).toBeUndefined();
  });

  it.each([
    ['true', 'approval: write "awaited", or by whom and on which day: {by: ..., on: 2026-12-01}'],
    [
      '{ by: Data Protection Officer }',
      'approval: write "awaited", or by whom and on which day: {by: ..., on: 2026-12-01}',
    ],
    ["{ by: '', on: 2026-12-01 }", 'approval.by: say who has approved it'],
    ['{ by: Data Protection Officer, on: December }', 'approval.on: write a date like "2026-02-05"'],
  ])('are not approved by "%s"', (approval, problem) => {
    expect(problemsAfter('{ by: Data Protection Officer, on: 2026-12-01 }', approval)).toEqual([
      `law-notes.yaml:12  notes.videos.${problem}  (shape)`,
    ]);
  });

  it.each(['February 2026', '2026-02-30', '05/02/2026'])(
    'have a day on which they became law, which "%s" is not',
    (day) => {
      expect(problemsAfter('since: 2026-02-05', `since: ${day}`)).toEqual([
        'law-notes.yaml:4  notes.videos.since: write a date like "2026-02-05"  (shape)',
      ]);
    },
  );

  it('name passages of the versions that they are for', () => {
    expect(problemsAfter('videos-of-the-entrance-for-10', 'videos-of-the-entrance-for-20')).toEqual([
      'law-notes.yaml:6  notes.videos.beside.0: the notice of 2025-07 has no passage "keeping/videos-of-the-entrance-for-20"  (shape)',
    ]);
  });

  it('may name passages of a version to come beside those of the one before', () => {
    const both = SOUND.replace('[2025-07]', '[2024-01, 2025-07]').replace(
      '[keeping/videos-of-the-entrance-for-10]',
      '[keeping/videos-of-the-entrance-for-20, keeping/videos-of-the-entrance-for-10]',
    );

    expect(load(both).problems).toEqual([]);
  });

  it('are for versions that there are, of which the passages of a draft are not known yet', () => {
    expect(problemsAfter('for-notice: [2025-07]', 'for-notice: [2031-01]')).toEqual([
      'law-notes.yaml:5  notes.videos.for-notice.0: there is no version "2031-01" of the notice  (shape)',
    ]);
    expect(problemsAfter('for-notice: [2025-07]', 'for-notice: [2026-02]')).toEqual([]);
    expect(problemsAfter('for-notice: [2025-07]', 'for-notice: []')).toEqual([
      expect.stringMatching(/^law-notes\.yaml:5 .*name the versions of the notice that do not say it/),
    ]);
  });

  it('answer details that there are', () => {
    expect(problemsAfter('answers: [how-many-days]', 'answers: [how-many-moons]')).toEqual([
      'law-notes.yaml:7  notes.videos.answers.0: details.yaml has no "how-many-moons"  (shape)',
    ]);
  });

  it('have to be shown somewhere', () => {
    const nowhere = SOUND.replace(/ {4}beside.*\n {4}answers.*\n/, '');

    expect(load(nowhere).problems.map(describeProblem)).toEqual([
      expect.stringMatching(/^law-notes\.yaml:3 {2}notes\.videos: is never shown: .*\(shape\)$/),
    ]);
  });

  it('are said in short sentences, with no other blank than the regulator', () => {
    expect(problemsAfter('You may see them first.', `You may ${'now '.repeat(40)}.`)).toEqual([
      'law-notes.yaml:9  notes.videos.says.0: is longer than 140 characters  (shape)',
    ]);
    expect(problemsAfter('Ask {regulator}.', 'Ask {somebody}.')).toEqual([
      'law-notes.yaml:10  notes.videos.says.1: may have no other blank than {regulator}  (shape)',
    ]);
  });

  it('have a source, known keys only, and a file', () => {
    expect(problemsAfter('source: An Act, section 1', 'sauce: An Act')).toEqual([
      expect.stringMatching(/source/),
      expect.stringMatching(/^law-notes\.yaml:11 .*sauce.*\(known-keys\)$/),
    ]);
    expect(loadLawNotes('test', context).problems.map(describeProblem)).toEqual([
      'law-notes.yaml:1  the file is missing  (file-exists)',
    ]);
  });
});

describe('the notes on the law as they are shipped', () => {
  const { notes } = realLawNotes();
  const idsOn = (day: string) =>
    lawNotesFor({ notes, showsUnapproved: true }, realNotice(), new Date(`${day}T12:00:00Z`)).map(({ id }) => id);

  it('are sound', () => {
    const details = realSearchContent().details.map(({ detail }) => detail);
    const given = { notice: { versions: [realNotice()] }, details, regulator: 'the authority' };

    expect(loadLawNotes(CONTENT_DIR, given).problems).toEqual([]);
  });

  it('tell in November 2026 what has been the law since, and in April 2027 what tenants can ask then', () => {
    const before = [
      'automated-decisions',
      'time-to-answer',
      'reasonable-search',
      'free-of-charge',
      'showing-who-you-are',
      'acting-for-somebody',
      'complaint-to-us',
      'stopping-marketing',
    ];

    expect(idsOn('2026-11-25')).toEqual(before);
    expect(idsOn('2027-03-31')).toEqual(before);
    expect(idsOn('2027-04-01')).toEqual([...before, 'information-about-your-landlord']);
    expect(idsOn('2026-06-18')).not.toContain('complaint-to-us');
    expect(idsOn('2026-06-19')).toContain('complaint-to-us');
    expect(idsOn('2026-02-04')).not.toContain('automated-decisions');
  });

  it.each(notes)('use no name of a law, no Latin and no promise to tenants: $id', ({ text }) => {
    expect(text).not.toMatch(
      /GDPR|\b(the|an) Act\b|Article|[Rr]egulation|e\.g\.|i\.e\.|[Pp]lease|[Uu]nfortunately|[Ee]verything|[Ww]e will/,
    );
  });

  it.each(notes)('keep to short sentences: $id', ({ text }) => {
    const words = text.split(/(?<=[.?!]) /).map((sentence) => sentence.split(' ').length);

    expect(Math.max(...words)).toBeLessThanOrEqual(24);
  });
});
