import { readWords } from '../../src/search/read-words';

describe('reading words', () => {
  it('spells out what people shorten', () => {
    expect(readWords("wot info do u hav abt me, pls? I've no1")).toEqual(
      'what information do you have about me please i have no one'.split(' '),
    );
  });

  it('squeezes letters that are held down', () => {
    expect(readWords('sooooo slow')).toEqual(['soo', 'slow']);
  });

  it('does not tell one long number from another, and keeps short ones', () => {
    expect(readWords('account 4471209, kept 6 years')).toEqual(readWords('account 998812, kept 6 years'));
    expect(readWords('kept 6 years')).not.toEqual(readWords('kept 7 years'));
  });

  it('corrects each word by itself', () => {
    expect(readWords('my dtaa', (word) => (word === 'dtaa' ? 'data' : word))).toEqual(['my', 'data']);
  });
});
