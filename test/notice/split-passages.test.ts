import type { Block } from '../../src/notice/block';
import { splitPassages } from '../../src/notice/split-passages';

const SECTION = { id: 'keeping', title: 'How long we keep things' };

const paragraph = (text: string): Block => ({ form: 'paragraph', text, line: 1 });
const bullet = (text: string): Block => ({ form: 'bullet', text, line: 1 });
const split = (...blocks: Block[]) => splitPassages(SECTION, blocks, '2024-01');

describe('the passages of a section', () => {
  it('are named after the section and their first six words', () => {
    const [passage] = split(paragraph('We’ll keep “library/reading cards” for three years, then delete them.'));

    expect(passage).toEqual({
      id: 'keeping/well-keep-library-reading-cards-for',
      anchor: 'keeping.well-keep-library-reading-cards-for',
      version: '2024-01',
      sectionId: 'keeping',
      sectionTitle: 'How long we keep things',
      form: 'paragraph',
      text: 'We’ll keep “library/reading cards” for three years, then delete them.',
      cut: false,
    });
  });

  it('have names of their own when they start with the same words', () => {
    const ids = split(bullet('Cards'), bullet('cards;'), bullet('Cards 2'), bullet('CARDS'), bullet('…')).map(
      ({ id }) => id,
    );

    expect(ids).toEqual([
      'keeping/cards',
      'keeping/cards-2',
      'keeping/cards-2-2',
      'keeping/cards-3',
      'keeping/passage',
    ]);
  });

  it('carry the paragraph before a list into each of its items, and say where others were left out between', () => {
    const passages = split(paragraph('We keep:'), bullet('cards'), bullet('films'), paragraph('That is all.'));

    expect(passages.map(({ leadIn, cut }) => [leadIn, cut])).toEqual([
      [undefined, false],
      ['We keep:', false],
      ['We keep:', true],
      [undefined, false],
    ]);
  });

  it('carry the paragraph before an address into it', () => {
    const [, address, after] = split(paragraph('Write to:'), paragraph('The Library\nAmbridge'), paragraph('Or call.'));

    expect(address).toMatchObject({ text: 'The Library\nAmbridge', leadIn: 'Write to:', cut: false });
    expect(after?.leadIn).toBeUndefined();
  });

  it('do not carry a long paragraph or one of another matter along', () => {
    const [item, , address] = split(bullet('cards'), paragraph('We are open.'), paragraph('The Library\nAmbridge'));
    const [, second] = split(paragraph('long '.repeat(100)), bullet('cards'));

    expect([item?.leadIn, address?.leadIn, second?.leadIn]).toEqual([undefined, undefined, undefined]);
  });
});
