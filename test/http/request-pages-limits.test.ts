import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CASE_LIMITS } from '../../src/rights/case-limits';
import { eventually } from '../support/eventually';
import type { PageVisitor } from '../support/page-visitor';
import { factsOf, startPagesDesk, type PagesDesk } from '../support/request-desk';

const FULL = /You have changed your answers very often[^]*data\.protection@sovereign\.org\.uk/;

/** The same limits as in the chat. */
describe('pages for a request that holds as much as it may', () => {
  let pages: PagesDesk;
  beforeEach(async () => {
    pages = await startPagesDesk();
  });
  afterEach(() => pages.stop());

  const begun = async (want: string): Promise<PageVisitor> => (await pages.visitor().open('/request')).send({ want });

  async function codeOf(): Promise<string> {
    const folder = join(pages.dataDir, 'outbox');
    const code = (): string | undefined =>
      (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .flatMap(({ name }) => /Your code is (\d{6})/.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? [])[0];
    await eventually('the code is written', () => code() !== undefined);
    return code() ?? '';
  }

  /** Changes answers in these fields until no more are taken. */
  async function fill(page: PageVisitor, ...fields: readonly string[]): Promise<void> {
    for (let number = 0; !FULL.test(page.words); number++) {
      if (number > CASE_LIMITS.events) throw new Error('there is no end of it');
      await page.send(Object.fromEntries(fields.map((field) => [field, `number ${number}`])), 'cancel');
      await page.send({}, 'carry-on');
    }
  }

  it('say that no more answers are changed, and send it all the same', async () => {
    const page = await begun('access');
    await fill(page, 'access.which', 'access.urgent-date', 'help');
    const before = factsOf(pages.cases()[0] ?? never());
    await page.send({ 'reply.email': 'alex@example.org' }, 'send');
    expect(page.words).toMatch(FULL);
    await page.send({}, 'send');

    expect(page.references).toEqual([pages.cases()[0]?.reference]);
    expect(pages.cases()).toMatchObject([{ state: { name: 'sent' } }]);
    expect(factsOf(pages.cases()[0] ?? never())).toEqual(before);
    expect(pages.cases()[0]?.timeline.length).toBeLessThan(CASE_LIMITS.events + 10);
  });

  it('show help to whoever is in danger there, too, and let it be withdrawn', async () => {
    const page = await begun('breach');
    await fill(page, 'breach.happened', 'breach.who-has-it');
    await page.send({ 'breach.danger': 'yes' }, 'cancel');
    expect(page.words.indexOf('Call 999')).toBeGreaterThanOrEqual(0);
    expect(page.words.indexOf('Call 999')).toBeLessThan(page.words.search(FULL));

    await page.send({}, 'withdraw');
    expect(pages.cases()).toMatchObject([{ state: { name: 'withdrawn' } }]);
  });

  it('say that nothing more is added', async () => {
    const page = await begun('access');
    await page.send({ 'reply.email': 'alex@example.org' }, 'send');
    const [reference = ''] = page.references;
    await (await page.open('/request/status')).send({ reference }, 'look');
    await page.send({ code: await codeOf() }, 'show');
    for (let number = 0; number < CASE_LIMITS.statements; number++) {
      await page.send({ add: `I also lived at ${number} Elm Road` }, 'add');
      expect(page.words).toContain('That is added. A person will read it.');
    }
    await page.send({ add: 'And in Oak Road' }, 'add');

    expect(page.words).toMatch(/You have told us very much about this request[^]*data\.protection@sovereign\.org\.uk/);
    expect(page.words).not.toContain('That is added.');
    expect(pages.cases()[0]?.words).toHaveLength(CASE_LIMITS.statements);
  });
});

function never(): never {
  throw new Error('there is no case');
}
