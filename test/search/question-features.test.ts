import { questionFeatures } from '../../src/search/question-features';
import { sentenceCues } from '../../src/search/sentence-cues';
import { createTermReader } from '../../src/search/term-reader';

const reader = createTermReader({ keep: ['hold on to'], call: ['phone call'] });
const featuresOf = (text: string) => questionFeatures(text.split(' '), reader);

describe('the features of a question', () => {
  it('are its stems, its pairs with marks at both ends, and its concepts with pairs of them', () => {
    const features = featuresOf('hold on to calls');

    expect(features.get('w:call')).toBe(0.7);
    expect(features.get('b:^ hold')).toBe(0.3);
    expect(features.get('b:call $')).toBe(0.3);
    expect(features.get('c:keep')).toBe(1);
    expect(features.get('p:call+keep')).toBe(0.8);
  });

  it('pair concepts in either order', () => {
    expect(featuresOf('calls hold on to').has('p:call+keep')).toBe(true);
  });
});

describe('the cues of a sentence', () => {
  it.each([
    ['how long are calls kept', 'asks-how-long'],
    ['do you sell it', 'asks-whether-you'],
    ['please delete it', 'commands'],
    ['i want it gone', 'wants'],
    ['you sent it to my neighbour', 'tells-you-did'],
    ['i signed a form', 'tells-i-did'],
    ['which company is it', 'asks-which'],
  ])('"%s" %s', (text, cue) => {
    expect(sentenceCues(text.split(' '))).toContain(cue);
  });

  it('tell a wish from a question', () => {
    expect(sentenceCues('delete my data'.split(' '))).toEqual(['commands']);
    expect(sentenceCues('when is data deleted'.split(' '))).toEqual([]);
  });
});
