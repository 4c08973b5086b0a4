import { createTermReader } from '../../src/search/term-reader';

const reader = createTermReader({
  keep: ['kept', 'hold on to', 'hold'],
  'national insurance number': ['ni number', 'nino'],
});

describe('the term reader', () => {
  it('reads the forms of a word as one term', () => {
    expect(reader.searchTerms('recording recordings recorded')).toEqual(['record', 'record', 'record']);
  });

  it('leaves out words of asking and of politeness', () => {
    expect(reader.searchTerms('Hello, please can you tell me about the cameras?')).toEqual(['camera']);
  });

  it('keeps figures, since people ask for periods', () => {
    expect(reader.searchTerms('is it 6 months')).toEqual(['6', 'month']);
  });

  it('reads synonyms as their key, also irregular forms', () => {
    expect(reader.searchTerms('kept')).toEqual(reader.searchTerms('keeping'));
  });

  it('prefers the longest wording', () => {
    expect(reader.searchTerms('hold on to letters')).toEqual(['keep', 'letter']);
  });

  it('reads a key of several words as one term', () => {
    expect(reader.searchTerms('my NI number')).toHaveLength(1);
    expect(reader.searchTerms('my NI number')).toEqual(reader.searchTerms('national insurance numbers'));
  });

  it('does not take "personal" for "person"', () => {
    expect(reader.searchTerms('personal')).not.toEqual(reader.searchTerms('person'));
  });

  it('names the concepts alone', () => {
    expect(reader.concepts(['do', 'you', 'hold', 'on', 'to', 'letters'])).toEqual(['keep']);
  });
});
