import { automatedReadabilityIndex, readingAge, sentencesOf, wordsOf } from '../../src/forms/reading-age';

describe('the reading age', () => {
  it('is that of the Automated Readability Index', () => {
    const fox = 'The quick brown fox jumped over the lazy dog.';
    const both = [`${fox} We keep your file.`, 'Nobody else reads it.'];

    expect(automatedReadabilityIndex([fox])).toBeCloseTo(4.71 * (37 / 9) + 0.5 * (9 / 1) - 21.43, 9);
    expect(automatedReadabilityIndex(both)).toBeCloseTo(4.71 * (70 / 17) + 0.5 * (17 / 3) - 21.43, 9);
  });

  it('is the age of the older children of that grade, which is rounded up', () => {
    // An index of 2.43, which is grade 3: 8 to 9 years.
    expect(readingAge(['The quick brown fox jumped over the lazy dog.'])).toBe(9);
  });

  it('rises with longer words and with longer sentences', () => {
    const plain = ['We keep the file. You can see it.'];
    const longer = ['We keep the file and you can see it.'];
    const harder = ['We retain the documentation. You can examine it.'];

    expect(automatedReadabilityIndex(longer)).toBeGreaterThan(automatedReadabilityIndex(plain));
    expect(automatedReadabilityIndex(harder)).toBeGreaterThan(automatedReadabilityIndex(plain));
  });

  it('takes every text for a sentence of its own, and dots inside a word for no end', () => {
    expect(sentencesOf(['How should we reply?', 'Write to name@example.org. Or phone us'])).toEqual([
      'How should we reply?',
      'Write to name@example.org.',
      'Or phone us',
    ]);
    expect(sentencesOf(['Choose “Me”. Then go on.'])).toHaveLength(2);
    expect(sentencesOf(['Choose “Only some.” Then go on.'])).toHaveLength(2);
  });

  it('counts no marks as words', () => {
    expect(wordsOf('rent – and repairs …')).toEqual(['rent', 'and', 'repairs']);
    expect(sentencesOf(['', '…', '– .'])).toEqual([]);
    expect(automatedReadabilityIndex([])).toBe(0);
  });
});
