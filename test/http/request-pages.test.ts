import { CONTACT_FIELDS } from '../../src/rights/case';
import { MATTERS, type Matter } from '../../src/rights/matter';
import { loadForms } from '../../src/forms/load-forms';
import { eventually } from '../support/eventually';
import { factsOf, startPagesDesk, type PagesDesk } from '../support/request-desk';
import type { PageVisitor } from '../support/page-visitor';
import { CONTENT_DIR } from '../search/real-content';

describe('requests on pages without chat and script', () => {
  let pages: PagesDesk;
  beforeAll(async () => {
    pages = await startPagesDesk();
  });
  beforeEach(() => pages.forget());
  afterAll(() => pages.stop());

  /** Somebody who has chosen this on the first page. */
  const wanting = async (want: Matter | readonly Matter[], words = ''): Promise<PageVisitor> =>
    (await pages.visitor().open('/request')).send({ want, words });

  describe('the first page', () => {
    it('offers every matter, and has none chosen', async () => {
      const { fields, status } = await pages.visitor().open('/request');

      const wants = fields.filter(({ name }) => name === 'want');
      expect(status).toBe(200);
      expect(wants.map(({ value }) => value).sort()).toEqual([...MATTERS].sort());
      expect(wants.some(({ isChosen }) => isChosen)).toBe(false);
    });

    it('has chosen what the link says, and nothing that there is not', async () => {
      const { fields, text } = await pages.visitor().open('/request?want=access&want=%3Cb%3E&want=erasure');

      expect(fields.filter(({ name, isChosen }) => name === 'want' && isChosen).map(({ value }) => value)).toEqual([
        'access',
        'erasure',
      ]);
      expect(text).not.toContain('<b>\n');
    });

    it('says what to do where nothing was chosen or written, and leads to it', async () => {
      const page = await (await pages.visitor().open('/request')).send();

      const problem = 'Choose what you want us to do, or tell us in your own words';
      expect(page.title).toBe('Error: Ask us about your personal information - Sovereign Network Group');
      expect(page.problems).toEqual([{ to: 'want.access', text: problem }]);
      expect(page.text).toContain('id="want.access"');
      expect(page.text).toMatch(/<div class="sum[^>]*role="alert"[^>]*tabindex="-1"[^>]*autofocus/);
      expect(pages.cases()).toEqual([]);
    });

    it('takes words alone as a message to a person', async () => {
      const page = await wanting([], 'Why did you write to my old flat?\r\nI moved.');

      expect(pages.cases()).toMatchObject([
        { matter: 'human', channel: 'form', words: [{ text: 'Why did you write to my old flat?\nI moved.' }] },
      ]);
      expect(page.words).toContain('Your request is recorded');
    });

    it('says when words are too long, keeps them on the page, and records what was chosen all the same', async () => {
      const long = 'a '.repeat(6_000);
      const page = await wanting('access', long);

      expect(page.problems).toEqual([{ to: 'words', text: 'Use 10,000 characters or fewer. You have used 11,999' }]);
      expect(page.fields.find(({ name }) => name === 'words')?.value).toBe(long.trim());
      expect(pages.cases()).toMatchObject([{ matter: 'access', words: [] }]);

      await page.send({ words: 'Only the repairs' });
      expect(pages.cases()).toMatchObject([{ matter: 'access', words: [{ text: 'Only the repairs' }] }]);
    });
  });

  describe('what is recorded', () => {
    it('62: is there before anything is asked, with its reference, for who closes the page', async () => {
      const page = await wanting('access', 'The call on 19 November');

      const [one] = pages.cases();
      expect(one).toMatchObject({
        matter: 'access',
        channel: 'form',
        receivedAt: '2026-11-25T10:00:00.000Z',
        state: { name: 'incomplete' },
        words: [{ text: 'The call on 19 November' }],
      });
      expect(page.references).toEqual([one?.reference]);
      expect(page.words).toContain('We got it on Wednesday 25 November 2026');
      expect(page.words).toContain('You want a copy of the information that we hold.');
    });

    it.each(MATTERS)('69: is complete without script: %s', async (matter) => {
      const page = await wanting(matter, 'In my words');
      const answers = answersTo(page);
      const over = await page.send(answers, 'send');

      const [one] = pages.cases();
      expect(over.problems).toEqual([]);
      expect(one).toMatchObject({ matter, state: { name: 'sent' }, words: [{ text: 'In my words' }] });
      expect(over.references).toEqual([one?.reference]);
      const asked = loadForms(CONTENT_DIR)
        .value.formFor(matter)
        .questions.filter(({ kind }) => kind !== 'contact');
      const facts = one ? factsOf(one) : {};
      for (const { id } of asked) expect(facts).toHaveProperty(id);
      for (const [name, value] of Object.entries(answers)) expect(facts[name.split('.').at(-1) ?? '']).toBe(value);
      expect(CONTACT_FIELDS.filter((field) => field in facts)).toContain('email');
    });

    it('is one family of cases for several matters, each with its own answers', async () => {
      const page = await wanting(['access', 'erasure', 'opt_out_surveys']);
      await page.send(
        {
          'access.which': 'The calls',
          'erasure.what': 'some',
          'erasure.which': 'The photos',
          'opt_out_surveys.address.phone': '07700 900123',
          'reply.email': 'alex@example.org',
          company: 'snh',
        },
        'send',
      );

      const [access, erasure, surveys] = pages.cases();
      expect(new Set(pages.cases().map(({ family }) => family)).size).toBe(1);
      expect(access && factsOf(access)).toEqual({ which: 'The calls', email: 'alex@example.org', company: 'snh' });
      expect(erasure && factsOf(erasure)).toMatchObject({
        what: 'some',
        which: 'The photos',
        email: 'alex@example.org',
      });
      expect(surveys && factsOf(surveys)).toEqual({ phone: '07700 900123' });
    });

    it('has a way to reply for every matter, where one was given for one of them', async () => {
      const page = await wanting(['opt_out_surveys', 'opt_out_contact', 'access']);
      const over = await page.send({ 'reply.email': 'alex@example.org', safe: 'no' }, 'send');

      expect(over.problems).toEqual([]);
      for (const one of pages.cases()) expect(factsOf(one)).toMatchObject({ email: 'alex@example.org' });
    });

    it('asks who it is about where a form depends on that without asking', async () => {
      const page = await wanting('complaint');
      await page.send(
        { subject: 'other', role: 'adviser', 'for-whom': 'Jean Bell', 'reply.post': 'Box 5, Wembley' },
        'send',
      );

      const [one] = pages.cases();
      expect(one && factsOf(one)).toEqual({
        subject: 'other',
        role: 'adviser',
        'for-whom': 'Jean Bell',
        post: 'Box 5, Wembley',
      });
    });
  });

  describe('answers that cannot be read', () => {
    it('are told at the top and at their fields, while all others are stored and everything stays on the page', async () => {
      const page = await wanting('access');
      const again = await page.send(
        { 'reply.email': 'alex.example', name: '123', 'access.which': 'The calls', company: 'sng' },
        'send',
      );

      expect(again.title).toBe('Error: Your request is recorded - Sovereign Network Group');
      expect(again.problems).toEqual([
        { to: 'reply.email', text: 'Enter an e-mail address with an @, like name@example.org' },
        { to: 'name', text: 'Write your name in letters, or skip this.' },
      ]);
      const values = Object.fromEntries(
        again.fields.filter(({ isChosen }) => isChosen).map((one) => [one.name, one.value]),
      );
      expect(values).toMatchObject({
        'reply.email': 'alex.example',
        name: '123',
        'access.which': 'The calls',
        company: 'sng',
      });
      const [one] = pages.cases();
      expect(one && factsOf(one)).toEqual({ which: 'The calls', company: 'sng' });
      expect(one?.state.name).toBe('incomplete');
    });

    it.each([
      ['reply.phone', '07700', 'Enter a phone number with all its figures, like 07700 900123'],
      ['access.which', 'x'.repeat(2001), 'Use 2,000 characters or fewer. You have used 2,001'],
      ['company', 'somebody', 'Choose one of the answers, or skip this.'],
    ])('say what to do: %s', async (field, value, text) => {
      const page = await wanting('access');
      const again = await page.send({ [field]: value, 'reply.post': '1 Mill Lane' }, 'send');

      expect(again.problems).toEqual([{ to: field, text }]);
    });

    it.each(['X', 'Mary-Jane O’Neil', 'نور', 'Ng', 'it', 'Will Power', 'José 🎉 da Silva'])(
      '56: never are a real name: %s',
      async (name) => {
        const page = await wanting('access');
        await page.send({ name, 'reply.post': '1 Mill Lane' }, 'send');

        const [one] = pages.cases();
        expect(one?.facts.name?.value.toLowerCase()).toBe(name.replace(' 🎉', '').toLowerCase());
      },
    );
  });

  describe('a way to reply', () => {
    it('42: may be to collect the answer', async () => {
      const page = await wanting('access');
      const label = page.fields.find(({ name }) => name === 'reply.collect')?.value ?? '';
      await page.send({ 'reply.collect': label }, 'send');

      expect(pages.cases()).toMatchObject([{ state: { name: 'sent' }, facts: { collect: { value: label } } }]);
    });

    it('42: is asked for once more, and the request stays without one', async () => {
      const page = await wanting('access');
      const asked = await page.send({}, 'send');

      expect(asked.problems).toEqual([
        { to: 'reply.email', text: expect.stringContaining('one way to reply') as string },
      ]);
      expect(pages.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);

      const over = await asked.send({}, 'send');
      expect(over.words).toContain('We have your request');
      expect(pages.cases()).toMatchObject([{ state: { name: 'sent' }, passedOver: { reply: 'refused' } }]);
    });
  });

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

  describe('an acknowledgement by e-mail', () => {
    it('is sent to who says that it is safe', async () => {
      const page = await wanting('access');
      const over = await page.send({ 'reply.email': 'alex@example.org', safe: 'yes' }, 'send');

      expect(over.words).toContain('We also send this to the e-mail address that you gave.');
      await eventually('the case work is done', () => pages.cases()[0]?.toDo.length === 0);
      expect(pages.cases()[0]?.timeline).toContainEqual(
        expect.objectContaining({ what: 'done', about: 'acknowledge' }),
      );
    });

    it('is not sent where somebody else could read it', async () => {
      const page = await wanting('access');
      const over = await page.send({ 'reply.email': 'alex@example.org', safe: 'no' }, 'send');

      expect(over.words).toContain('We do not send this by e-mail');
      expect(pages.cases()[0]?.toDo.map(({ what }) => what)).not.toContain('acknowledge');
    });
  });

  describe('cancelling', () => {
    it('keeps what was written, and asks what it means', async () => {
      const page = await wanting('access');
      const asked = await page.send({ name: 'Alex Bell' }, 'cancel');
      expect(asked.words).toContain('What should we do with your request?');

      const back = await asked.send({}, 'carry-on');
      expect(back.fields.find(({ name }) => name === 'name')?.value).toBe('Alex Bell');
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

/** An answer to every question of a page, with that to the first of its options where there are some. */
function answersTo({ fields }: PageVisitor): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name, type, value } of fields) {
    if (type === 'hidden' || type === 'checkbox' || name in answers) continue;
    answers[name] = { radio: value, email: 'alex@example.org', tel: '07700 900123' }[type] ?? 'Bell';
  }
  return answers;
}
