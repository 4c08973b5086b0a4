import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CASES, type Case } from '../../src/rights/case';
import { WidgetDriver } from '../support/browser';
import { eventually } from '../support/eventually';
import { focusedIn } from '../support/focused-in';
import { openSealedSqlite } from '../support/sealed-sqlite';
import { describeInBrowser } from './in-browser';

const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-form-'));

/** Values of a case by field, and its state. */
type Told = Readonly<Record<string, string>>;

const told = ({ facts, state }: Case): Told => ({
  state: state.name,
  ...Object.fromEntries(Object.entries(facts).map(([field, { value }]) => [field, value])),
});

const expected = new Map<string, Told>();

/** Longer than any way through the panel. */
const MOST_STOPS = 60;

describeInBrowser(
  'a request with the real desk, from the first hint to the reference',
  ({ desk, visit }) => {
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

    /** Moves the focus, as the tabulator does, until it is on what begins so. */
    async function tabTo(widget: WidgetDriver, start: string): Promise<void> {
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        if ((await focusedIn(widget)).startsWith(start)) return;
        await widget.page.keyboard.press('Tab');
      }
      throw new Error(`the tabulator does not lead to "${start}"`);
    }

    async function press(widget: WidgetDriver, start: string, next: string): Promise<void> {
      await tabTo(widget, start);
      await widget.page.keyboard.press('Enter');
      await widget.log.getByRole('heading', { name: next }).waitFor();
    }

    /** Writes into the text box, whatever was in it. */
    async function type(widget: WidgetDriver, question: string, words: string): Promise<void> {
      await tabTo(widget, question);
      await widget.page.keyboard.press('Control+A');
      await widget.page.keyboard.type(words);
      await widget.page.keyboard.press('Enter');
    }

    const heading = (widget: WidgetDriver, name: string) => widget.log.getByRole('heading', { name });

    /** What the case is to hold in the end, by its reference. @returns the reference, as it is shown */
    async function expectLater(widget: WidgetDriver, told: Told): Promise<string> {
      const text = await widget.log.innerText();
      const reference = /\b\w{4}-\w{3}\b/.exec(text)?.[0] ?? '';
      expected.set(reference, told);
      return reference;
    }

    it('is made by keyboard alone on a phone, with a mistake put right and an answer changed', async () => {
      const widget = await visit({ size: 'phone' });
      await widget.launcher.focus();
      await widget.page.keyboard.press('Enter');
      await widget.panel.waitFor();

      await press(widget, 'See what you hold about me', 'Who is the information about?');
      expect(await focusedIn(widget)).toMatch(/^Question 1 of \d+\. Who is the information about\?$/);
      await press(widget, 'Me', 'Which information would you like?');
      await type(widget, 'Which information would you like?', 'everything');
      await heading(widget, 'Which company is it about?').waitFor();
      await press(widget, 'Sovereign Network Group', 'How should we reply?');

      await type(widget, 'How should we reply?', 'alex.example');
      await widget.log.getByText('Enter an e-mail address with an @').waitFor();
      expect(await widget.box.inputValue()).toBe('alex.example');
      await type(widget, 'How should we reply?', 'alex@example.org');
      await heading(widget, 'Is it safe to write to you').waitFor();
      await press(widget, 'Yes, it is safe', 'What is your name?');
      await type(widget, 'What is your name?', 'Alex Example');
      await heading(widget, 'Which address or tenancy').waitFor();
      await press(widget, 'Skip', 'Is there anything that would help you?');
      await press(widget, 'Skip', 'Is there a day by which you need it?');
      await press(widget, 'Skip', 'Check your answers');
      expect(await focusedIn(widget)).toBe('Check your answers');

      await press(widget, 'Change which company', 'Which company is it about?');
      await press(widget, 'Sovereign Network Homes', 'Check your answers');
      await widget.log.getByText('Changed', { exact: true }).waitFor();
      await press(widget, 'Send my request', 'We have your request');
      expect(await focusedIn(widget)).toBe('We have your request');

      await expectLater(widget, {
        state: 'sent',
        subject: 'me',
        which: 'everything',
        company: 'snh',
        email: 'alex@example.org',
        safe: 'yes',
        name: 'Alex Example',
      });
    });

    it('keeps help in danger in view above the question, which takes no focus', async () => {
      const widget = await visit({ size: 'phone' });
      await widget.open();
      await widget.ask('you sent my letter to my ex');
      await widget.press('Yes');
      await heading(widget, 'What happened, and when?').waitFor();

      const call = widget.log.locator('.urgent .call');
      await eventually('the number is in view', async () => {
        const [number, log] = [await call.boundingBox(), await widget.log.boundingBox()];
        return number !== null && log !== null && number.y >= log.y && number.y + number.height <= log.y + log.height;
      });
      expect(await focusedIn(widget)).not.toMatch(/What happened/);
      await expectLater(widget, { state: 'incomplete', danger: 'yes' });
    });

    it('loses and doubles nothing when two windows answer at once', async () => {
      const first = await visit();
      await first.open();
      await first.ask('can i have a copy of my file');
      const page = await first.page.context().newPage();
      await page.goto(desk().url);
      const second = new WidgetDriver(page);
      await second.open();
      await second.press('Carry on with this chat');
      await heading(second, 'Who is the information about?').waitFor();

      // The second window's answer is on its way when the first one's comes.
      const release = await second.holdMessages();
      await second.panel.getByRole('button', { name: 'A child I look after' }).click();
      await first.panel.getByRole('button', { name: 'Me', exact: true }).click();
      await heading(first, 'Which information would you like?').waitFor();
      release();
      // It answers the question that it was given to, though another one is asked by now.
      for (const window of [first, second]) await heading(window, 'Who are you to the child?').waitFor();

      await expectLater(first, { state: 'incomplete', subject: 'child' });
      const said = await first.log.locator('.msg.me .bubble').allInnerTexts();
      expect(said).toEqual(['can i have a copy of my file', 'Me', 'A child I look after']);
      expect(await second.log.locator('.msg.me .bubble').allInnerTexts()).toEqual(said);
    });

    it('is where it was after the browser was closed, and can be carried on', async () => {
      const widget = await visit();
      await widget.open();
      await widget.ask('can i have a copy of my file');
      await widget.panel.getByRole('button', { name: 'Me', exact: true }).click();
      await heading(widget, 'Which information would you like?').waitFor();
      await widget.page.close();

      const later = new WidgetDriver(await widget.page.context().newPage());
      await later.page.goto(desk().url);
      await later.open();
      await later.press('Carry on with this chat');
      await heading(later, 'Which information would you like?').waitFor();
      await later.write('my repairs file');
      await heading(later, 'Which company is it about?').waitFor();

      await expectLater(later, { state: 'incomplete', subject: 'me', which: 'my repairs file' });
    });

    it('stays when the chat is deleted, and the person is told so', async () => {
      const widget = await visit();
      await widget.open();
      await widget.ask('can i have a copy of my file');
      const reference = await expectLater(widget, { state: 'incomplete' });
      await widget.choose('End the chat');
      await widget.press('Delete now');
      await widget.press('Delete now');
      await widget.panel.getByText('We have deleted this chat').waitFor();

      expect(await widget.panel.locator('.receipt').innerText()).toContain(`Your request, ${reference}`);
    });

    it('leaves one case each, with what was told last and nothing else', async () => {
      await desk().stop();
      const store = openSealedSqlite(dataDir);
      const cases = await store.find(CASES, { index: 'by-reference', limit: 50 });
      store.close();

      const kept = cases.map(({ body }): [string, Told] => [body.reference, told(body)]);
      expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(expected));
    });
  },
  { dataDir },
);
