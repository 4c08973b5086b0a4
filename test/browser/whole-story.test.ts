import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CONVERSATIONS } from '../../src/transcript/conversation';
import { DELETION_RECEIPTS } from '../../src/transcript/deletion-receipt';
import { ENTRIES } from '../../src/transcript/entry';
import { WidgetDriver } from '../support/browser';
import { ManualClock } from '../support/manual-clock';
import { openSealedSqlite } from '../support/sealed-sqlite';
import { describeInBrowser } from './in-browser';

const QUESTION = 'how long are my phone calls kept';
const ANSWER = 'recordings of telephone calls for 6 months.';

const clock = new ManualClock(new Date().toISOString());
const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-story-'));

describeInBrowser(
  'a chat with the real desk, from the first question to its deletion',
  ({ desk, visit }) => {
    it('is asked, followed to the notice, come back to, ended, and two years later gone but for a receipt', async () => {
      const widget = await visit();
      await widget.open();
      await widget.ask(QUESTION);
      await widget.log.getByText(ANSWER).waitFor();

      const context = widget.page.context();
      const [notice] = await Promise.all([
        context.waitForEvent('page'),
        widget.log.getByRole('link', { name: /Read the whole section/ }).click(),
      ]);
      const passage = notice.locator(':target');
      await passage.waitFor();
      expect(await passage.innerText()).toBe(ANSWER);
      expect(new URL(notice.url()).pathname).toBe('/notice/2023-09');

      await widget.page.close();
      const later = new WidgetDriver(await context.newPage());
      await later.page.goto(desk().url);
      await later.open();
      await later.press('Carry on with this chat');
      await later.log.getByText(ANSWER).waitFor();

      await later.choose('End the chat');
      await later.panel.getByRole('heading', { name: 'This chat has ended' }).waitFor();
      expect(await later.page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
      expect(await context.cookies()).toEqual([]);

      clock.advance({ days: 2 * 366 });
      await desk().service.sweepNow();
      await desk().stop();

      const store = openSealedSqlite(dataDir);
      const receipts = await store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 10 });
      const conversations = await store.find(CONVERSATIONS, { index: 'by-expiry', limit: 10 });
      const entries = await store.find(ENTRIES, { index: 'by-sequence', limit: 10 });
      store.close();

      expect(receipts.map(({ body }) => body)).toMatchObject([{ reason: 'due', state: 'deleted', entries: 4 }]);
      expect([...conversations, ...entries]).toEqual([]);
    });
  },
  { clock, dataDir },
);
