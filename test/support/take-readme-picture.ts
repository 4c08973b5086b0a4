/**
 * Takes the picture of the README: a question to the real desk, in the panel.
 *
 *   node dist/test/support/take-readme-picture.js
 */
import { mkdirSync } from 'node:fs';

import { findChromium, launchBrowser, newContext, WidgetDriver } from './browser';
import { startDesk } from './desk-server';

async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('a Chromium is needed');
  mkdirSync('docs/pictures', { recursive: true });
  const desk = await startDesk();
  const browser = await launchBrowser(chromium);
  try {
    const context = await newContext(browser, { size: 'desktop', colorScheme: 'light' });
    const widget = new WidgetDriver(await context.newPage());
    await widget.page.goto(desk.url);
    await widget.open();
    await widget.ask('how long are my phone calls kept');
    await widget.log.getByText('recordings of telephone calls for 6 months.').waitFor();
    await widget.log.getByText('Did this answer your question?').waitFor();
    await widget.panel.screenshot({ path: 'docs/pictures/answer-desktop-light.png' });
  } finally {
    await browser.close();
    await desk.stop();
  }
}

void main();
