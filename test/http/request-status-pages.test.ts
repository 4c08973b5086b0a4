import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { eventually } from '../support/eventually';
import type { PageVisitor } from '../support/page-visitor';
import { startPagesDesk, type PagesDesk } from '../support/request-desk';

describe('the page on which people see how their request stands', () => {
  let pages: PagesDesk;
  beforeEach(async () => {
    pages = await startPagesDesk();
  });
  afterEach(() => pages.stop());

  /** Somebody who has sent a request, and its reference. */
  const sent = async (answers = { 'reply.email': 'alex@example.org' }): Promise<string> => {
    const page = await (await pages.visitor().open('/request')).send({ want: 'access' });
    return (await page.send(answers, 'send')).references[0] ?? '';
  };

  /** The codes of all mails so far, the newest last. */
  const codes = (): string[] => {
    const folder = join(pages.dataDir, 'outbox');
    const mails = existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
      : [];
    return mails.flatMap(
      ({ name }) => /Your code is (\d{6})/.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? [],
    );
  };

  const codeOf = async (): Promise<string> => {
    await eventually('the mail with the code is written', () => codes().length > 0);
    return codes().at(-1) ?? '';
  };

  const asking = async (reference: string): Promise<PageVisitor> =>
    (await pages.visitor().open('/request/status')).send({ reference }, 'look');

  const opened = async (reference: string): Promise<PageVisitor> => {
    const page = await asking(reference);
    return page.send({ code: await codeOf() }, 'show');
  };

  it('needs the reference and the code that was sent, and tells how it stands in the words of the chat', async () => {
    const page = await opened((await sent()).toLowerCase());

    expect(page.words).toContain(`Request ${pages.cases()[0]?.reference ?? '?'}`);
    expect(page.words).toContain('We got it on Wednesday 25 November 2026.');
    expect(page.words).toContain('We aim to answer by Tuesday 29 December 2026.');
    expect(page.words).not.toContain('alex@example.org');
  });

  it.each([
    ['nothing of the kind', 'my request', 'Enter the reference, like 7K4M-2QX'],
    ['a mistyped one', '7K4M-2QX', 'There is a mistake in that reference. Look at it again, letter by letter.'],
  ])('says what to do with %s', async (_, reference, text) => {
    const page = await asking(reference);

    expect(page.problems).toEqual([{ to: 'reference', text }]);
    expect(page.fields.find(({ name }) => name === 'reference')?.value).toBe(reference);
  });

  it('65: shows the same pages for a reference that is nobody’s', async () => {
    const right = await asking(await sent());
    const wrong = await asking('7K4M-2QQ');
    expect(withoutToken(wrong)).toBe(withoutToken(right));

    await codeOf();
    const code = codes().includes('000000') ? '111111' : '000000';
    expect(withoutToken(await wrong.send({ code }, 'show'))).toBe(withoutToken(await right.send({ code }, 'show')));
    expect(wrong.problems).toEqual([{ to: 'code', text: 'That is not the code. Look at it again.' }]);
  });

  it('64: gives no more tries after three wrong codes, and another code then', async () => {
    const page = await asking(await sent());
    const code = await codeOf();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 3; tries++) await page.send({ code: wrong }, 'show');
    expect(page.problems[0]?.text).toContain('That was the wrong code too often.');
    await page.send({ code }, 'show');
    expect(page.words).not.toContain('We got it on');

    await page.send({}, 'new-code');
    await eventually('another code was sent', () => codes().length === 2);
    const newest = codes().find((other) => other !== code) ?? code;
    await page.send({ code: newest }, 'show');
    expect(page.words).toContain('We got it on');
  });

  it('takes no words for a try', async () => {
    const page = await asking(await sent());
    const code = await codeOf();
    for (let tries = 0; tries < 4; tries++) await page.send({ code: 'what code' }, 'show');
    expect(page.problems).toEqual([{ to: 'code', text: 'Enter the six figures of the code' }]);

    await page.send({ code }, 'show');
    expect(page.words).toContain('We got it on');
  });

  it('adds what somebody writes once, however often it is sent, and without private numbers', async () => {
    const page = await opened(await sent());
    const body = page.body({ add: 'Also my card 4111 1111 1111 1111' }, 'add');
    await page.post(body);
    await page.post(body);

    expect(page.words).toContain('That is added. A person will read it.');
    expect(page.words).toContain('We have hidden what looks like a card number.');
    expect(pages.cases()[0]?.words.map(({ text }) => text)).toEqual(['Also my card •••• •••• •••• ••••']);

    await page.send({ add: '  ' }, 'add');
    expect(page.problems).toEqual([{ to: 'add', text: 'Write what we should add' }]);
  });

  it('58: shows help to who writes of danger', async () => {
    const page = await opened(await sent());
    await page.send({ add: 'he is going to kill me' }, 'add');

    expect(page.words.indexOf('999')).toBeGreaterThan(0);
    expect(page.words.indexOf('999')).toBeLessThan(page.words.indexOf('That is added.'));
  });

  it('withdraws only after asking once more', async () => {
    const page = await opened(await sent());
    await page.send({}, 'withdraw');
    expect(page.words).toContain('We keep a short note that it was made.');
    await page.send({}, 'withdraw-no');
    expect(page.words).toContain('Your request stays as it is.');
    expect(pages.cases()).toMatchObject([{ state: { name: 'sent' } }]);

    await (await page.send({}, 'withdraw')).send({}, 'withdraw-yes');
    expect(page.words).toContain('is withdrawn.');
    expect(page.fields.map(({ name }) => name)).toEqual(['token']);
    expect(pages.cases()).toMatchObject([{ state: { name: 'withdrawn' } }]);
  });

  it('62: goes on with the questions of a request that was left', async () => {
    const page = await (await pages.visitor().open('/request')).send({ want: 'access' });
    await page.send({ 'reply.email': 'alex@example.org', name: '1' }, 'send');
    const later = await (await opened(page.references[0] ?? '')).send({}, 'carry-on');
    expect(later.fields.find(({ name }) => name === 'reply.email')?.value).toBe('alex@example.org');
    await later.send({ name: 'Alex Bell' }, 'send');
    expect(pages.cases()).toMatchObject([{ state: { name: 'sent' }, facts: { name: { value: 'Alex Bell' } } }]);
  });

  it('opens nothing a day later', async () => {
    const page = await opened(await sent());
    const body = page.body({}, 'withdraw-yes');
    pages.clock.advance({ days: 1, minutes: 1 });
    await page.post(body);

    expect(page.status).toBe(403);
    expect(pages.cases()).toMatchObject([{ state: { name: 'sent' } }]);
  });

  it('leaves nothing in the address', async () => {
    const page = await opened(await sent());

    expect(page.headers.get('location')).toBeNull();
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.title).not.toMatch(/[2-9A-Z]{4}-[2-9A-Z]{3}/);
    expect(page.text).not.toMatch(/(?:href|action)="[^"]*[2-9A-Z]{4}-[2-9A-Z]{3}/);
  });
});

const withoutToken = ({ text }: PageVisitor): string => text.replace(/name="token" value="[^"]*"/, '');
