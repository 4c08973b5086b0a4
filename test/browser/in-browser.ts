import type { Browser, BrowserContext } from 'playwright-core';

import { findChromium, launchBrowser, newContext, WidgetDriver, type Look } from '../support/browser';
import { startDesk, type DeskOptions, type TestDesk } from '../support/desk-server';
import { ShowcaseDialog } from '../support/showcase-dialog';

export interface InBrowser {
  /** As a rule a desk whose bot answers from the showcase. */
  readonly desk: () => TestDesk;
  /** A fresh browser, as of another person, with nothing stored. */
  readonly context: (look?: Partial<Look>) => Promise<BrowserContext>;
  /** A fresh browser on a page of the desk with a closed launcher. */
  readonly visit: (look?: Partial<Look>) => Promise<WidgetDriver>;
}

/** Tests in a real browser. Where there is none they are skipped, and the run says so. */
export function describeInBrowser(
  name: string,
  tests: (given: InBrowser) => void,
  options: DeskOptions = { rootDialog: new ShowcaseDialog() },
): void {
  const chromium = findChromium();
  if (chromium === undefined) {
    // eslint-disable-next-line no-console -- a suite that did not run has to be seen
    console.warn(`SKIPPED: "${name}" needs Chromium. Install it, or set CHROMIUM_PATH.`);
    it.skip(name, () => undefined);
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let desk: TestDesk;
    const contexts: BrowserContext[] = [];
    const context = async (look: Partial<Look> = {}): Promise<BrowserContext> => {
      const made = await newContext(browser, { size: 'desktop', colorScheme: 'light', ...look });
      made.setDefaultTimeout(10_000);
      contexts.push(made);
      return made;
    };

    beforeAll(async () => {
      [browser, desk] = await Promise.all([launchBrowser(chromium), startDesk(options)]);
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((made) => made.close()));
    });
    afterAll(async () => {
      await browser.close();
      await desk.stop();
    });
    tests({
      desk: () => desk,
      context,
      visit: async (look) => {
        const page = await (await context(look)).newPage();
        await page.goto(desk.url);
        return new WidgetDriver(page);
      },
    });
  });
}
