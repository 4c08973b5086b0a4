import { createPassageIndex } from '../../src/search/passage-index';
import { rankPassages } from '../../src/search/rank-passages';
import { createTermReader } from '../../src/search/term-reader';
import { aNotice } from './a-notice';

const reader = createTermReader({});
const notice = aNotice({
  'How long': ['Recordings for 6 months.', 'Rent statements for 2 years.', 'Applications.'],
  Cameras: ['We use cameras.', 'Recordings of cameras are looked at when there is a crime.'],
});
const index = createPassageIndex(notice, reader);
const idsFor = (question: string) =>
  rankPassages(reader.searchTerms(question), index).ranked.map(({ passage }) => passage.id);

describe('rankPassages', () => {
  it('puts the passage that holds more of the question first', () => {
    expect(idsFor('recordings of a crime')[0]).toBe('section-2/passage-2');
  });

  it('counts the title of the section for less than the words of the passage', () => {
    expect(idsFor('cameras')).toEqual(['section-2/passage-1', 'section-2/passage-2']);
    expect(idsFor('long')).toHaveLength(3);
  });

  it('keeps the order of the notice among equals', () => {
    const twins = createPassageIndex(aNotice({ A: ['equal words'], B: ['equal words'] }), reader);

    const { ranked } = rankPassages(reader.searchTerms('equal'), twins);

    expect(ranked.map(({ passage }) => passage.sectionTitle)).toEqual(['A', 'B']);
  });

  it('finds nothing for words that the notice does not have', () => {
    expect(rankPassages(['weather'], index)).toMatchObject({ ranked: [], coverage: 0 });
  });

  it('covers less of a question when it holds more that the notice does not know', () => {
    const about = rankPassages(reader.searchTerms('rent statements'), index);
    const beside = rankPassages(reader.searchTerms('rent statements for my aquarium in Lisbon'), index);

    expect(beside.ranked[0]?.score).toBe(about.ranked[0]?.score);
    expect(beside.coverage).toBeLessThan(about.coverage);
  });

  it('does not count a term twice that the question repeats', () => {
    expect(rankPassages(['rent', 'rent'], index)).toEqual(rankPassages(['rent'], index));
  });

  it('knows nothing in an empty notice', () => {
    const empty = createPassageIndex(aNotice({ Nothing: [] }), reader);

    expect(rankPassages(['rent'], empty)).toMatchObject({ ranked: [], coverage: 0 });
  });
});
