import type { Matter } from '../../src/rights/matter';
import type { PageVisitor } from '../support/page-visitor';
import { startPagesDesk, type PagesDesk } from '../support/request-desk';

describe('what people write on pages for requests', () => {
  let pages: PagesDesk;
  beforeAll(async () => {
    pages = await startPagesDesk();
  });
  beforeEach(() => pages.forget());
  afterAll(() => pages.stop());

  /** Somebody who has chosen this on the first page. */
  const wanting = async (want: Matter, words = ''): Promise<PageVisitor> =>
    (await pages.visitor().open('/request')).send({ want, words });

  describe('words of danger', () => {
    it('58: bring the number first, and the request is kept', async () => {
      const page = await wanting('access', 'I want my file, I am scared of my husband');

      expect(page.words.indexOf('0808 2000 247')).toBeGreaterThan(0);
      expect(page.words.indexOf('0808 2000 247')).toBeLessThan(page.words.indexOf('Your request is recorded'));
      expect(page.text).toContain('href="tel:08082000247"');
      expect(pages.cases()).toHaveLength(1);
      expect(page.title).toBe('Your request is recorded - Sovereign Network Group');
    });

    it('59: bring it in an answer, too, and in one that was chosen', async () => {
      const page = await wanting('erasure');
      const over = await page.send({ help: 'there is a smell of gas', 'reply.post': '1 Mill Lane' }, 'send');
      expect(over.words.indexOf('0800 111 999')).toBeLessThan(over.words.indexOf('We have your request'));

      const breach = await (await wanting('breach')).send({ 'breach.danger': 'yes' }, 'send');
      expect(breach.words.indexOf('In danger now? Call 999')).toBeLessThan(
        breach.words.indexOf('Thank you for telling us'),
      );
      expect(breach.words).toContain('In danger now? Call 999');
    });
  });

  it('60: hides private numbers before anything is stored, and says so kindly', async () => {
    const page = await wanting('access', 'My card 4111 1111 1111 1111 was charged');
    expect(page.words).toContain('We have hidden what looks like a card number.');
    const over = await page.send({ 'access.which': 'NI number QQ 12 34 56 C', 'reply.post': '1 Mill Lane' }, 'send');

    expect(over.words).toContain('We have hidden what looks like a National Insurance number.');
    expect(JSON.stringify(pages.cases())).not.toMatch(/4111|12 34 56/);
    expect(pages.cases()[0]?.words[0]?.text).toBe('My card •••• •••• •••• •••• was charged');
  });

  it('leaves nothing of the person in cookies, addresses and titles', async () => {
    const page = await wanting('access', 'Secret');
    const answers = { name: 'Alex Bell', 'reply.email': 'alex@example.org' };
    for (const visited of [page, await page.send(answers, 'send')]) {
      expect(visited.headers.get('set-cookie')).toBeNull();
      expect(visited.headers.get('location')).toBeNull();
      expect(visited.headers.get('cache-control')).toBe('no-store');
      expect(visited.title).not.toMatch(/Alex|[2-9A-Z]{4}-[2-9A-Z]{3}/);
      expect(visited.text).not.toMatch(/(?:href|action|src)="[^"]*(?:Alex|alex@|[2-9A-Z]{4}-[2-9A-Z]{3})/);
      expect(visited.text).not.toMatch(/<script|<style|\sstyle=/);
    }
  });
});
