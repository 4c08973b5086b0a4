import type { Matter } from '../../src/rights/matter';
import type { PageVisitor } from '../support/page-visitor';
import { factsOf, startPagesDesk, type PagesDesk } from '../support/request-desk';

describe('pages for requests that are sent again', () => {
  let pages: PagesDesk;
  beforeAll(async () => {
    pages = await startPagesDesk();
  });
  beforeEach(() => pages.forget());
  afterAll(() => pages.stop());

  /** Somebody who has chosen this on the first page. */
  const wanting = async (want: Matter, words = ''): Promise<PageVisitor> =>
    (await pages.visitor().open('/request')).send({ want, words });

  describe('what is sent twice', () => {
    it('makes no second case, and shows the same reference', async () => {
      const page = await pages.visitor().open('/request');
      const body = page.body({ want: ['access', 'erasure'], words: 'Twice' });
      const [one, two] = await Promise.all([
        (await pages.visitor().open('/request')).post(body),
        (await pages.visitor().open('/request')).post(body),
      ]);
      const three = await page.post(body);

      expect(pages.cases()).toHaveLength(2);
      expect(pages.cases().map(({ words }) => words.length)).toEqual([1, 1]);
      expect(one.references).toHaveLength(2);
      expect(two.references).toEqual(one.references);
      expect(three.references).toEqual(one.references);
    });

    it('is acknowledged once', async () => {
      const page = await wanting('access');
      const body = page.body({ 'reply.email': 'alex@example.org', safe: 'yes' }, 'send');
      const answers = await Promise.all([page, ...(await twoMore())].map((visitor) => visitor.post(body)));

      const [one] = pages.cases();
      for (const { references } of answers) expect(references).toEqual([one?.reference]);
      expect(one?.timeline.filter(({ what }) => what === 'sent')).toHaveLength(1);
    });

    /** With the page of a request in front of them, as in other windows. */
    const twoMore = async (): Promise<PageVisitor[]> => [
      await pages.visitor().open('/request'),
      await pages.visitor().open('/request'),
    ];

    it('with something else chosen adds that to the same family', async () => {
      const page = await pages.visitor().open('/request');
      const first = page.body({ want: 'access', words: 'My file' });
      const second = page.body({ want: 'erasure', words: 'My file, and delete it' });
      await page.post(first);
      const after = await (await pages.visitor().open('/request')).post(second);

      const [access, erasure] = pages.cases();
      expect(erasure?.family).toBe(access?.reference);
      expect(after.references).toEqual([access?.reference, erasure?.reference]);
      expect(access?.words.map(({ text }) => text)).toEqual(['My file', 'My file, and delete it']);
    });
  });

  describe('two windows with the same page', () => {
    it('never lose what was told in the other one', async () => {
      const page = await wanting('access');
      const empty = page.body({ name: 'Alex Bell' }, 'send');
      const other = page.body({ 'reply.phone': '07700 900123' }, 'send');
      await page.post(empty);
      await (await pages.visitor().open('/request')).post(other);

      const [one] = pages.cases();
      expect(one && factsOf(one)).toEqual({ name: 'Alex Bell', phone: '07700 900123' });
    });

    it('do not put back what was put right in the other one', async () => {
      const page = await wanting('access');
      await page.send({ name: 'Alex Bel', company: 'sng' }, 'send');
      const old = page.body({ help: 'Large print' }, 'send');
      await page.send({ name: 'Alex Bell' }, 'send');
      await (await pages.visitor().open('/request')).post(old);

      const [one] = pages.cases();
      expect(one && factsOf(one)).toEqual({ name: 'Alex Bell', company: 'sng', help: 'Large print' });
    });

    it('take back what is emptied, unless it is another value by now', async () => {
      const page = await wanting('access');
      await page.send({ 'reply.email': 'wrong@example.org', name: '1' }, 'send');
      const old = page.body({ 'reply.email': '' }, 'send');
      await page.send({ 'reply.email': 'right@example.org', name: '1' }, 'send');
      await (await pages.visitor().open('/request')).post(old);
      expect(pages.cases()[0]?.facts.email?.value).toBe('right@example.org');

      await page.send({ 'reply.email': '', 'reply.phone': '07700 900123', name: '' }, 'send');
      const [one] = pages.cases();
      expect(one && factsOf(one)).toEqual({ phone: '07700 900123' });
    });
  });

  describe('cancelling', () => {
    it('keeps what was written, and asks what it means', async () => {
      const page = await wanting('access');
      const asked = await page.send({ name: 'Alex Bell', 'reply.email': 'alex.example' }, 'cancel');
      expect(asked.words).toContain('What should we do with your request?');

      const back = await asked.send({}, 'carry-on');
      const values = Object.fromEntries(back.fields.map(({ name, value }) => [name, value]));
      expect(values).toMatchObject({ name: 'Alex Bell', 'reply.email': 'alex.example' });
      expect(pages.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);
    });

    it('withdraws only what the person says, once and for all', async () => {
      const page = await wanting('access');
      const old = page.body({ 'reply.email': 'alex@example.org' }, 'send');
      const over = await (await page.send({}, 'cancel')).send({}, 'withdraw');
      expect(over.words).toContain('Your request is withdrawn');

      await (await pages.visitor().open('/request')).post(old);
      expect(pages.cases()).toMatchObject([{ state: { name: 'withdrawn' }, facts: {} }]);
    });

    it('keeps the request without more questions', async () => {
      const page = await wanting('access');
      const over = await (await page.send({}, 'cancel')).send({}, 'keep');

      expect(over.words).toContain('We keep your request, but we have no way to reach you yet.');
      expect(pages.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);
    });
  });
});
