import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

import { SIZES, type Look } from '../support/browser';
import { describeInBrowser } from './in-browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS: readonly Look[] = [
  { size: 'desktop', colorScheme: 'light' },
  { size: 'desktop', colorScheme: 'dark' },
  { size: 'narrow', colorScheme: 'dark' },
  { size: 'zoomed', colorScheme: 'light' },
];

/** Every page, by what a person does to see it. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first page': () => Promise.resolve(),
  'the first page, with nothing chosen': (page) => send(page),
  'the questions': (page) => want(page),
  'the questions, for somebody else and of several matters': async (page) => {
    await page.check('[id="want.portability"]');
    await page.check('[id="want.opt_out_surveys"]');
    await want(page);
    await page.check('[id="subject--other"]');
    await page.check('[id="portability.to--landlord"]');
  },
  'the questions, with problems': async (page) => {
    await want(page);
    await page.fill('[id="reply.email"]', 'alex.example');
    await page.fill('[id="name"]', '1');
    await send(page);
  },
  'the questions, with help': async (page) => {
    await page.fill('#words', 'I am scared of my husband, and my card is 4111 1111 1111 1111');
    await want(page);
  },
  'the end of a request': (page) => finish(page),
  'what cancelling means': async (page) => {
    await want(page);
    await page.click('button[value="cancel"]');
  },
  'how a request stands': (page) => page.goto(new URL('/request/status', page.url()).href).then(() => undefined),
  'a mistyped reference': async (page) => {
    await page.goto(new URL('/request/status', page.url()).href);
    await page.fill('#reference', '7K4M-2QX');
    await send(page);
  },
  'the code of a reference': async (page) => {
    await page.goto(new URL('/request/status', page.url()).href);
    await page.fill('#reference', '7K4M-2QQ');
    await send(page);
  },
};

const send = (page: Page): Promise<void> => page.locator('button[type="submit"]').first().click();

async function want(page: Page): Promise<void> {
  await page.check('[id="want.access"]');
  await send(page);
}

async function finish(page: Page): Promise<void> {
  await want(page);
  await page.fill('[id="reply.email"]', 'alex@example.org');
  await send(page);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which the page is wider than the screen. */
const tooWide = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth');

describeInBrowser('pages for requests', ({ desk, context }) => {
  const visit = async (look: Partial<Look> = {}): Promise<Page> => {
    const page = await (await context(look)).newPage();
    await page.goto(`${desk().url}/request`);
    return page;
  };

  it.each(Object.entries(STATES))('69: have no problem on any screen: %s', async (_name, reach) => {
    const page = await visit();
    await reach(page);
    await page.evaluate(AXE);
    const found: string[] = [];
    for (const { size, colorScheme } of LOOKS) {
      await page.setViewportSize(SIZES[size]);
      await page.emulateMedia({ colorScheme });
      found.push(...(await problemsOf(page)).map((problem) => `${size} ${colorScheme}: ${problem}`));
      if ((await tooWide(page)) > 0) found.push(`${size}: scrolls sideways`);
    }

    expect(found).toEqual([]);
  });

  it('69: can be finished by keyboard alone, without script, on a narrow dark screen', async () => {
    const page = await visit({ size: 'narrow', colorScheme: 'dark', script: 'off' });
    const { keyboard } = page;
    await tabTo(page, 'want.access');
    await keyboard.press('Space');
    await tabTo(page, 'words');
    await keyboard.type('Everything about the damp');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your request is recorded' }).waitFor();

    await tabTo(page, 'reply.email');
    await keyboard.type('alex.example');
    await keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe('alert');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await focusedId(page)).toBe('reply.email');
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('alex@example.org');
    await keyboard.press('Enter');

    await page.getByRole('heading', { name: 'We have your request' }).waitFor();
    expect(await page.locator('.ref').innerText()).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{3}/);
  });

  it('show questions that are for some only to them, without script', async () => {
    const page = await visit({ script: 'off' });
    await want(page);
    const name = page.getByLabel('What is the name of the person you act for?');
    const child = page.getByRole('group', { name: 'How old is the child?' });
    expect(await name.isVisible()).toBe(false);

    await page.check('[id="subject--other"]');
    expect([await name.isVisible(), await child.isVisible()]).toEqual([true, false]);
    await page.check('[id="subject--child"]');
    expect([await name.isVisible(), await child.isVisible()]).toEqual([false, true]);

    await page.check('[id="subject--other"]');
    await name.fill('Jean');
    await page.check('[id="subject"]');
    await send(page);
    expect(await name.inputValue()).toBe('Jean');
    expect(await name.isVisible()).toBe(true);
  });

  it('can be pressed with a finger', async () => {
    const page = await visit({ size: 'phone' });
    await want(page);

    const heights = await page.evaluate<number[]>(
      "[...document.querySelectorAll('.choice, .input, .btn')].filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect().height)",
    );
    expect(heights.length).toBeGreaterThan(15);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  it('print the end of a request in black on white, with its reference and without controls', async () => {
    const page = await visit({ colorScheme: 'dark' });
    await finish(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    expect(await page.locator('.ref').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Leave this page quickly' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Ask for something else' }).isVisible()).toBe(false);
    const colours = await page.evaluate(
      "[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('.receipt')).backgroundColor]",
    );
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('are drawn from right to left where a translation is', async () => {
    const page = await visit({ size: 'narrow' });
    await want(page);
    await page.fill('[id="reply.email"]', 'alex.example');
    await send(page);
    await page.evaluate("document.documentElement.dir = 'rtl'");

    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    const [left, right] = await page.evaluate<string[]>(
      "(({ borderLeftWidth, borderRightWidth }) => [borderLeftWidth, borderRightWidth])(getComputedStyle(document.querySelector('.q.bad')))",
    );
    expect([left, right]).toEqual(['0px', '5px']);
  });

  it('show borders where the system takes the colours away', async () => {
    const page = await visit();
    await page.emulateMedia({ forcedColors: 'active' });

    const edge = await page.evaluate("getComputedStyle(document.querySelector('.btn')).borderTopStyle");
    expect(edge).toBe('solid');
  });

  it('are reached from the notice', async () => {
    const page = await visit();
    await page.goto(`${desk().url}/notice`);
    await page.getByRole('link', { name: 'See, correct or delete your information, or stop messages' }).click();

    await page.getByRole('heading', { name: 'Ask us about your personal information' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/request');
  });
});

const focusedId = (page: Page): Promise<string> => page.evaluate('document.activeElement.id');

/** Presses Tab until the element has the focus, as a person does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focusedId(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}`);
}
