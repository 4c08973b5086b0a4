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
import { ShowcaseDialog } from './showcase-dialog';
import { WIDGET_STATES } from './widget-states';

const LOOKS: readonly Look[] = [
  { size: 'desktop', colorScheme: 'light' },
  { size: 'desktop', colorScheme: 'dark' },
  { size: 'phone', colorScheme: 'light' },
  { size: 'phone', colorScheme: 'dark' },
  { size: 'narrow', colorScheme: 'light' },
  { size: 'zoomed', colorScheme: 'light' },
];

async function takeAll(browser: Browser, url: string, folder: string): Promise<void> {
  const only = process.argv.slice(3);
  for (const [name, state] of Object.entries(WIDGET_STATES)) {
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
