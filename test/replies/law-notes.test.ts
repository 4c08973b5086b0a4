import type { Passage } from '../../src/notice/notice';
import type { RankedPassage, Understanding } from '../../src/search/understanding';
import { realNotice } from '../search/real-content';
import { realDesk } from './real-desk';

const notice = realNotice();
const passages = notice.sections.flatMap((section) => section.passages);
const IN_2025 = new Date('2025-01-01T12:00:00Z');
const IN_2027 = new Date('2027-04-01T12:00:00Z');
const NOVEMBER_2026 = new Date('2026-11-25T12:00:00Z');

function ranked(id: string): RankedPassage {
  const passage = passages.find((candidate): candidate is Passage => candidate.id === id);
  if (!passage) throw new Error(`the notice has no passage ${id}`);
  return { passage, title: 'A title', score: 1 };
}
const reply = (understanding: Understanding, now = NOVEMBER_2026, version = notice) =>
  realDesk(undefined, now).reply(understanding, { notice: version });
const answer = (id: string, now?: Date, version = notice) =>
  reply({ kind: 'answer', passages: [ranked(id)], confidence: 1 }, now, version);
const decline = (asksFor: readonly string[], given: Partial<Extract<Understanding, { kind: 'decline' }>> = {}) =>
  reply({ kind: 'decline', why: 'not_in_notice', nearest: [], asksFor, confidence: 0.9, ...given });
const idsOf = ({ notes = [] }: ReturnType<typeof reply>) => notes.map(({ id }) => id);

const DECISIONS = 'your-rights/not-to-be-subject-to-decisions';
const ACCESS = 'your-rights/to-ask-us-for-access-to';
const LABEL = 'This is not from the notice:';

describe('law that has changed since the notice', () => {
  it('stands outside the quote, whose words stay as they are, and says that it is not from the notice', () => {
    const { quotes, notes } = answer(DECISIONS);

    expect(quotes.map(({ text }) => text)).toEqual([ranked(DECISIONS).passage.text]);
    expect(notes).toMatchObject([{ id: 'automated-decisions', label: LABEL }]);
    expect(notes?.[0]?.text).toMatch(/^The law has changed since.*health/);
  });

  it('stands below a list that has the passage, and not where the passage is cut from it', () => {
    const { quotes, notes = [] } = answer('your-rights/you-have-various-rights-in-your');

    expect(quotes[0]?.items?.join()).toContain('access to information about you');
    expect(quotes[0]?.items?.join()).not.toContain('decisions made automatically');
    expect(notes.map(({ id }) => id)).toEqual(['reasonable-search']);
  });

  it('is not there before it is the law', () => {
    expect(answer(DECISIONS, IN_2025)).not.toHaveProperty('notes');
    expect(idsOf(answer(ACCESS))).toEqual(['reasonable-search']);
    expect(idsOf(answer(ACCESS, IN_2027))).toEqual(['reasonable-search', 'information-about-your-landlord']);
  });

  it('is not there beside a version of the notice that may say it itself', () => {
    expect(answer(DECISIONS, NOVEMBER_2026, { ...notice, version: '2027-01' })).not.toHaveProperty('notes');
  });

  it('is not there beside what it is not about', () => {
    expect(answer('how-long/recordings-of-telephone-calls-for-6')).not.toHaveProperty('notes');
  });

  it.each([
    ['automated_decision', 'automated-decisions'],
    ['access', 'reasonable-search'],
    ['complaint', 'complaint-to-us'],
    ['opt_out_contact', 'stopping-marketing'],
  ] as const)('is told to somebody who wants to have something done: %s', (flow, note) => {
    expect(idsOf(reply({ kind: 'flow', flow, confidence: 1 }))).toEqual([note]);
  });

  it('is told again with the plain words for the passage', () => {
    const { passage } = ranked(DECISIONS);

    expect(idsOf(reply({ kind: 'summary', passage, confidence: 1 }))).toEqual(['automated-decisions']);
  });

  it('stands below what the notice does say of a matter that it does not wholly answer', () => {
    const covered = { passage: ranked(DECISIONS), untold: 'which-software' };

    const declined = decline(['which-software'], { nearest: [covered.passage], covered });

    expect(declined.paragraphs).toEqual(['The notice does not name the software. What the notice does say:']);
    expect(idsOf(declined)).toEqual(['automated-decisions']);
  });
});

describe('a question that the notice does not answer and the law does', () => {
  it('is told that the notice is silent, and what the law says, without a quote', () => {
    const { paragraphs, quotes, notes, after, choices } = decline(['time-to-answer', 'how-many-days'], {
      nearest: [ranked(ACCESS)],
    });

    expect(paragraphs).toEqual(['The notice does not give a time for that. The law does.']);
    expect(quotes).toEqual([]);
    expect(notes).toMatchObject([{ id: 'time-to-answer', label: LABEL }]);
    expect(notes?.[0]?.text).toMatch(/^We must answer .* within one month/);
    expect(after.join(' ')).toMatch(/data\.protection@sovereign\.org\.uk/);
    expect(choices.map(({ title }) => title)).toEqual(['A title', 'Talk to a person']);
  });

  it.each([
    ['time-for-complaint', 'complaint-to-us', /within 30 days/],
    ['fee-for-request', 'free-of-charge', /do not have to pay/],
    ['proof-for-request', 'showing-who-you-are', /good reason to doubt/],
    ['acting-for-me', 'acting-for-somebody', /somebody else make a request for you/],
  ])('is told it for the detail %s', (detail, note, words) => {
    const declined = decline([detail]);

    expect(idsOf(declined)).toEqual([note]);
    expect(declined.notes?.[0]?.text).toMatch(words);
    expect(declined.paragraphs[0]).toMatch(/^The notice does not .*\. The law does\.$/);
  });

  it('is told of each of its details once', () => {
    const { paragraphs, notes = [] } = decline(['time-to-answer', 'time-for-complaint', 'fee-for-request']);

    expect(paragraphs).toEqual([
      'The notice does not give a time for that. The notice does not mention a fee. The law does.',
    ]);
    expect(notes.map(({ id }) => id)).toEqual(['time-to-answer', 'free-of-charge', 'complaint-to-us']);
  });

  it('is told no more than before where the law is silent, too', () => {
    expect(decline(['which-company'])).not.toHaveProperty('notes');
    expect(decline([]).paragraphs[0]).toBe('The notice does not say.');
  });

  it('is told nothing of it where it is about no information', () => {
    expect(decline(['time-to-answer'], { why: 'off_topic' })).not.toHaveProperty('notes');
  });

  it('says so in plain text, as a channel without our widget, a download and the command show it', () => {
    const desk = realDesk();

    expect(
      desk
        .plainText(decline(['fee-for-request']))
        .split('\n\n')
        .slice(0, 2),
    ).toEqual([
      'The notice does not mention a fee. The law does.',
      expect.stringMatching(/^This is not from the notice: You do not have to pay/),
    ]);
    expect(desk.plainText(answer(DECISIONS))).toMatch(
      /effect on you; and\nFrom: Your rights, privacy notice of September 2023\. \S+\n\nThis is not from the notice: The law has changed/,
    );
  });
});
