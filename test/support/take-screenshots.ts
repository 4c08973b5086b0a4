/**
 * Pictures of the widget in every state, for a person to look at.
 *
 *   node dist/test/support/take-screenshots.js FOLDER
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

import { findChromium, launchBrowser, newContext, WidgetDriver, type Look } from './browser';
import { startDesk } from './desk-server';
import { KEEP_TYPING, ShowcaseDialog } from './showcase-dialog';

type State = (widget: WidgetDriver) => Promise<void>;

const RECORDINGS = 'how long do you keep recordings of my phone calls';

/** Each begins with a fresh browser on a page with a closed launcher. */
const STATES: Readonly<Record<string, State>> = {
  launcher: () => Promise.resolve(),
  'first-open': (widget) => widget.open(),
  answer: (widget) => opened(widget, () => widget.ask(RECORDINGS)),
  'did-you-mean': (widget) => opened(widget, () => widget.ask('who can see my stuff')),
  'no-answer': (widget) => opened(widget, () => widget.ask('how many days do you have to answer')),
  urgent: (widget) => opened(widget, () => widget.ask('there is a smell of gas in the hall')),
  'plain-text': (widget) => opened(widget, () => widget.press('See what you hold about me')),
  'long-answer': (widget) => opened(widget, () => widget.ask('tell me everything')),
  typing: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.write(KEEP_TYPING);
      await widget.panel.getByText('The assistant is writing').waitFor();
    }),
  'long-chat': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.ask('tell me everything');
      await widget.ask('thank you');
    }),
  'new-message': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.ask('tell me everything');
      const release = await widget.holdMessages();
      await widget.write('how do I complain');
      await widget.panel.getByText('Sending', { exact: true }).waitFor();
      await widget.scrollToTop();
      release();
      await widget.panel.getByRole('button', { name: 'New message' }).waitFor();
    }),
  'not-sent': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }));
      await widget.write('My name is spelled wrongly on my rent letters.');
      await widget.panel.getByText('Not sent', { exact: true }).waitFor();
    }),
  offline: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.page.context().setOffline(true);
      await widget.write('contractors please');
      await widget.panel.getByText('Waiting to send').waitFor();
    }),
  'too-long': (widget) => opened(widget, () => widget.box.fill('I would like to know this. '.repeat(80))),
  menu: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.press('Chat options');
    }),
  facts: (widget) => opened(widget, () => widget.press('Who sees this')),
  resume: async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.reload();
    await widget.open();
  },
  'carried-on': async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.reload();
    await widget.open();
    await widget.press('Carry on with this chat');
    await widget.panel.getByText('From:').waitFor();
  },
  expired: async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.evaluate(
      "localStorage.setItem('privacy-desk-chat', localStorage.getItem('privacy-desk-chat').replace(/expiresAt\":\\d+/, 'expiresAt\":1'))",
    );
    await widget.page.reload();
    await widget.open();
  },
  ended: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
    }),
  'confirm-delete': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
      await widget.press('Delete now');
    }),
  deleted: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
      await widget.press('Delete now');
      await widget.press('Delete now');
      await widget.panel.getByText('We have deleted this chat').waitFor();
    }),
};

const LOOKS: readonly Look[] = [
  { size: 'desktop', colorScheme: 'light' },
  { size: 'desktop', colorScheme: 'dark' },
  { size: 'phone', colorScheme: 'light' },
  { size: 'phone', colorScheme: 'dark' },
  { size: 'narrow', colorScheme: 'light' },
  { size: 'zoomed', colorScheme: 'light' },
];

async function opened(widget: WidgetDriver, then: () => Promise<unknown>): Promise<void> {
  await widget.open();
  await then();
}

async function takeAll(browser: Browser, url: string, folder: string): Promise<void> {
  const only = process.argv.slice(3);
  for (const [name, state] of Object.entries(STATES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    for (const look of LOOKS) {
      const context = await newContext(browser, look);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(url);
      const file = join(folder, `${name}-${look.size}-${look.colorScheme}.png`);
      await state(new WidgetDriver(page)).catch((error: unknown) => {
        process.stderr.write(`${file}: ${String(error)}\n`);
      });
      await page.screenshot({ path: file });
      await context.close();
    }
  }
}

async function main(): Promise<void> {
  const folder = process.argv[2];
  const chromium = findChromium();
  if (folder === undefined || chromium === undefined) throw new Error('a folder and a Chromium are needed');
  mkdirSync(folder, { recursive: true });
  const desk = await startDesk({ rootDialog: new ShowcaseDialog() });
  const browser = await launchBrowser(chromium);
  try {
    await takeAll(browser, desk.url, folder);
  } finally {
    await browser.close();
    await desk.stop();
  }
}

void main();
