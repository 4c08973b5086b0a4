import { lawNotesFor, type LawNote } from '../../src/notice/law-note';

const NOTE: LawNote = {
  id: 'a-note',
  since: '2027-04-01',
  forNotice: ['2023-09', '2025-07'],
  beside: ['keeping/cards'],
  answers: [],
  text: 'The law says so.',
  source: 'An Act, section 1',
  approval: { by: 'Data Protection Officer', on: '2026-12-01' },
};
const NOTICE = { version: '2023-09' };
const LONG_AFTER = new Date('2028-01-01T12:00:00Z');

const shown = (note: Partial<LawNote>, { showsUnapproved = false, now = LONG_AFTER, notice = NOTICE } = {}) =>
  lawNotesFor({ showsUnapproved, notes: [{ ...NOTE, ...note }] }, notice, now).length;

describe('a note on the law', () => {
  it.each([
    ['2026-11-25T12:00:00Z', 0],
    ['2027-03-31T22:59:59Z', 0],
    ['2027-03-31T23:00:00Z', 1],
    ['2027-04-01T12:00:00Z', 1],
  ])('is shown from the first minute of its day in London on, which is summer time: at %s %d', (moment, count) => {
    expect(shown({}, { now: new Date(moment) })).toBe(count);
  });

  it.each([
    ['2023-09', 1],
    ['2025-07', 1],
    ['2027-01', 0],
  ])('is shown with the versions that do not say it, and no other: with that of %s %d', (version, count) => {
    expect(shown({}, { notice: { version } })).toBe(count);
  });

  it('is shown before anybody has approved it only where a setting allows that', () => {
    expect(shown({ approval: undefined })).toBe(0);
    expect(shown({ approval: undefined }, { showsUnapproved: true })).toBe(1);
    expect(shown({}, { showsUnapproved: true })).toBe(1);
  });
});
