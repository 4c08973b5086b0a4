import { createTitleFinder } from '../../src/search/find-by-title';
import { passageTitle } from '../../src/search/passage-title';
import { realNotice } from './real-content';

const notice = realNotice();
const find = createTitleFinder(notice);

describe('finding by title', () => {
  it('finds the first passages of a section by its title', () => {
    expect(find('Sharing your information')[0]?.sectionId).toBe('sharing');
  });

  it('forgives a mistyped title', () => {
    expect(find('shareing your infomation')[0]?.sectionId).toBe('sharing');
  });

  it('takes no question for a title', () => {
    expect(find('do you share my information')).toEqual([]);
    expect(find('your')).toEqual([]);
  });

  it('finds a passage again by the title that its button has', () => {
    const lost = notice.sections
      .flatMap((section) => section.passages)
      .filter((passage) => passageTitle(find(passageTitle(passage))[0] ?? passage) !== passageTitle(passage));

    expect(lost).toEqual([]);
  });
});
