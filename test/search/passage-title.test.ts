import { passageTitle } from '../../src/search/passage-title';
import { aNotice } from './a-notice';

const titleOf = (text: string): string => {
  const passage = aNotice({ A: [text] }).sections[0]?.passages[0];
  return passage ? passageTitle(passage) : '';
};

describe('passageTitle', () => {
  it('is the whole passage where that is short, without the punctuation of a list', () => {
    expect(titleOf('recordings of telephone calls for 6 months.')).toBe('recordings of telephone calls for 6 months');
    expect(titleOf('live agent interactions; and')).toBe('live agent interactions');
  });

  it('is as many whole words as fit a button', () => {
    const title = titleOf(`We keep ${'very '.repeat(30)}much.`);

    expect(title).toMatch(/^We keep (very ?)+…$/);
    expect(title.length).toBeLessThanOrEqual(71);
  });

  it('joins the lines of an address', () => {
    expect(titleOf('The Hive\nWembley')).toBe('The Hive Wembley');
  });
});
