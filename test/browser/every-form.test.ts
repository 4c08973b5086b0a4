import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadForms } from '../../src/forms/load-forms';
import { CASES } from '../../src/rights/case';
import { MATTERS, type Matter } from '../../src/rights/matter';
import { CONTENT_DIR } from '../search/real-content';
import type { WidgetDriver } from '../support/browser';
import { eventually } from '../support/eventually';
import { focusedIn } from '../support/focused-in';
import { SCRIPTS } from '../support/form-scripts';
import { openSealedSqlite } from '../support/sealed-sqlite';
import { tabTo } from '../support/tab-to';
import { describeInBrowser } from './in-browser';

const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-forms-'));
const forms = loadForms(CONTENT_DIR).value;

const SUMMARY = 'Check your answers';
/** More than any form asks. */
const MOST_QUESTIONS = 20;

describeInBrowser(
  'the widget by keyboard alone, with the real desk',
  ({ desk, visit }) => {
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

    const headingNow = (widget: WidgetDriver): Promise<string> =>
      widget.log
        .locator('.step h3')
        .last()
        .innerText({ timeout: 2000 })
        .catch(() => '');

    /** Types into the text box and sends. @param box what the box is called: its question, or "Your message" */
    async function type(widget: WidgetDriver, box: string, words: string): Promise<void> {
      await tabTo(widget, box);
      await widget.page.keyboard.press('Control+A');
      await widget.page.keyboard.type(words);
      await widget.page.keyboard.press('Enter');
    }

    /** Answers the question that is asked, or passes it over where the script has no answer. */
    async function answer(widget: WidgetDriver, matter: Matter, asked: string): Promise<void> {
      const questions = forms.formFor(matter).questions;
      const question = questions.find(({ ask }) => asked.includes(ask));
      const words = question && SCRIPTS[matter].answers[question.id];
      if (question === undefined) throw new Error(`nobody knows the question "${asked}"`);
      if (words !== undefined) return type(widget, question.ask, words);
      await tabTo(widget, 'Skip');
      await widget.page.keyboard.press('Enter');
    }

    it.each(MATTERS)('finishes a form: %s', async (matter) => {
      const widget = await visit({ size: 'phone' });
      await tabTo(widget, (await widget.launcher.innerText()).trim());
      await widget.page.keyboard.press('Enter');
      await widget.panel.waitFor();
      await type(widget, 'Your message', SCRIPTS[matter].says);

      let before = '';
      for (let asked = 0; asked < MOST_QUESTIONS && before !== SUMMARY; asked++) {
        if (before !== '') await answer(widget, matter, before);
        await eventually(`something else than "${before}" is asked`, async () => {
          const now = await headingNow(widget);
          return now !== '' && now !== before;
        });
        before = await headingNow(widget);
      }
      await tabTo(widget, 'Send my request');
      await widget.page.keyboard.press('Enter');
      await widget.log.locator('.receipt').waitFor();
      expect(await focusedIn(widget)).toBe(await headingNow(widget));
    });

    it('leaves a case for each, sent, with all that was told', async () => {
      await desk().stop();
      const store = openSealedSqlite(dataDir);
      const found = await store.find(CASES, { index: 'by-reference', limit: 50 });
      store.close();

      const told = found.map(({ body: { matter, state, facts } }) => [
        matter,
        { state: state.name, facts: Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value])) },
      ]);
      const wanted = MATTERS.map((matter) => [matter, { state: 'sent', facts: SCRIPTS[matter].facts }]);
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(wanted));
      expect(found).toHaveLength(MATTERS.length);
    });
  },
  { dataDir },
);
