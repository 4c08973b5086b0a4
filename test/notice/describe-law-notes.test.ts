import { describeLawNotes } from '../../src/notice/describe-law-notes';
import type { LawNote } from '../../src/notice/law-note';

const note = (id: string, given: Partial<LawNote> = {}): LawNote => ({
  id,
  since: '2026-02-05',
  forNotice: ['2023-09'],
  beside: ['keeping/cards'],
  answers: [],
  text: 'The law says so.',
  source: 'An Act, section 1',
  approval: { by: 'Data Protection Officer', on: '2026-12-01' },
  ...given,
});
const remarks = (notes: readonly LawNote[], showsUnapproved = true) =>
  describeLawNotes({ notes, showsUnapproved }, { version: '2023-09' }, new Date('2026-11-25T12:00:00Z'));

describe('what is to be known of the notes on the law', () => {
  it('is nothing of a note that is approved, in force and shown', () => {
    expect(remarks([note('sound')])).toEqual([]);
  });

  it('is that nobody has approved one, and whether it is shown all the same', () => {
    const unapproved = [note('draft', { approval: undefined })];

    expect(remarks(unapproved)).toEqual([
      'draft: nobody has approved it; it is shown all the same, since show-unapproved is true',
    ]);
    expect(remarks(unapproved, false)).toEqual(['draft: nobody has approved it; it is not shown']);
  });

  it('is from when on one is shown that is no law yet', () => {
    expect(remarks([note('to-come', { since: '2027-04-01' })])).toEqual([
      'to-come: is shown from 2027-04-01 on; check its words again before that day',
    ]);
  });

  it('is that one falls away because the notice in force is not in its list', () => {
    expect(remarks([note('old', { forNotice: ['2019-01'] })])).toEqual([
      'old: is not shown with the notice of 2023-09; add that to for-notice if it is silent, too',
    ]);
  });
});
