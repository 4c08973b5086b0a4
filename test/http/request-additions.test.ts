import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PageVisitor } from '../support/page-visitor';
import { eventually } from '../support/eventually';
import { startPagesDesk, type PagesDesk } from '../support/request-desk';

const RIGHT = 'alex@example.org';
const WRONG = 'alex@exmaple.org';

describe('what is put right on a page after it was sent', () => {
  let pages: PagesDesk;
  beforeEach(async () => {
    pages = await startPagesDesk();
  });
  afterEach(() => pages.stop());

  const mails = (): readonly string[] => {
    const folder = join(pages.dataDir, 'outbox');
    const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    return files.filter((entry) => entry.isFile()).map(({ name }) => readFileSync(join(folder, name), 'utf8'));
  };
  const mailsTo = (address: string): number => mails().filter((mail) => mail.includes(`To: ${address}`)).length;
  const additions = (): readonly string[] => mails().filter((mail) => mail.includes(': something was added'));

  /** The second page, sent with a wrong address, and then gone back to. */
  const sentWrongly = async (): Promise<{ page: PageVisitor; again: URLSearchParams }> => {
    const page = await (await pages.visitor().open('/request')).send({ want: 'access' });
    const again = page.body({ 'reply.email': RIGHT, safe: 'yes' }, 'send');
    await page.post(page.body({ 'reply.email': WRONG, safe: 'yes' }, 'send'));
    await eventually('the acknowledgement is written', () => mailsTo(WRONG) === 1);
    return { page, again };
  };

  it('an e-mail address gets the acknowledgement, once, and the team is told that something was added', async () => {
    const { page, again } = await sentWrongly();
    const back = await (await pages.visitor().open('/request')).post(again);
    expect(back.references).toEqual(page.references);
    await eventually('it is acknowledged at the new address', () => mailsTo(RIGHT) === 1);
    await eventually('the team is told', () => additions().length === 1);
    await back.post(again);
    await (await pages.visitor().open('/request')).post(again);
    await pages.desk.stop();

    expect(mailsTo(RIGHT)).toBe(1);
    expect(mailsTo(WRONG)).toBe(1);
    expect(additions()).toHaveLength(1);
    expect(additions().join()).not.toMatch(/alex/);
  });
});
