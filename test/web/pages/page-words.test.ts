import { readFileSync } from 'node:fs';

import { loadPageWords } from '../../../src/web/pages/page-words';
import { ContentFolder } from '../../support/notices';

describe('the words of the pages', () => {
  const folder = new ContentFolder();
  const real = readFileSync('content/pages/en.yaml', 'utf8');

  afterAll(() => folder.remove());

  it('must have the blanks that the page fills, and no others', () => {
    folder.write('pages/en.yaml', real.replace('since {from}', 'since {form}'));

    const { problems } = loadPageWords(folder.path);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toContain(
      'notice.in-force: these blanks must stand in it, once each: {published} {from}',
    );
  });

  it('may not have keys that no page uses', () => {
    folder.write('pages/en.yaml', `${real}\nfooter: Hello\n`);

    expect(loadPageWords(folder.path).problems).toMatchObject([{ rule: 'known-keys' }]);
  });
});
