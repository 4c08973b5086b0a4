import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

import { SIZES, type Look } from '../support/browser';
import { WIDGET_STATES } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS: readonly Look[] = [
  { size: 'desktop', colorScheme: 'light' },
  { size: 'desktop', colorScheme: 'dark' },
  { size: 'phone', colorScheme: 'dark' },
  { size: 'narrow', colorScheme: 'light' },
];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    "axe.run('privacy-desk', { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which something in the widget is wider than the screen. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(`Math.max(document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.w, .w-log, .w-step')].map((box) => box.scrollWidth - box.clientWidth))`);

const iconsWithoutShape = (page: Page): Promise<number> =>
  page.evaluate("document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.i path:not([d])').length");

describeInBrowser('accessibility', ({ visit }) => {
  it.each(Object.entries(WIDGET_STATES))(
    'has no serious problem in the state "%s", on any screen',
    async (_name, state) => {
      const widget = await visit();
      await state(widget);
      await widget.page.evaluate(AXE);
      const found: string[] = [];

      for (const { size, colorScheme } of LOOKS) {
        await widget.page.setViewportSize(SIZES[size]);
        await widget.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await seriousProblems(widget.page)).map((problem) => `${size} ${colorScheme}: ${problem}`));
        if ((await tooWide(widget.page)) > 0) found.push(`${size}: scrolls sideways`);
      }

      expect(found).toEqual([]);
      expect(await iconsWithoutShape(widget.page)).toBe(0);
    },
  );

  it('keeps the text box in view at 400 % zoom, and shows answers from their first line', async () => {
    const widget = await visit({ size: 'zoomed' });
    await widget.open();
    await widget.ask('tell me everything');

    const box = await widget.box.boundingBox();
    const first = await widget.log.getByText('The notice says much about that.').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(SIZES.zoomed.height);
    expect(first?.y).toBeGreaterThan(0);
    expect(first?.y).toBeLessThan(60);
    expect(await tooWide(widget.page)).toBeLessThanOrEqual(0);
  });

  it('reads out new turns one by one, and the number of choices after them', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('who can see my stuff');

    expect(await widget.log.getAttribute('aria-live')).toBe('polite');
    expect(await widget.log.getAttribute('aria-relevant')).toBe('additions');
    expect(await widget.log.locator('.msg.me').innerText()).toMatch(/^You said:/);
    expect(await widget.log.locator('.msg.bot').last().innerText()).toMatch(/^Assistant\s*:/);
    expect(await widget.panel.getByRole('status').innerText()).toBe('4 choices.');
  });

  it('makes every control at least 24 pixels high', async () => {
    const widget = await visit({ size: 'phone' });
    await widget.open();
    await widget.ask('how many days do you have to answer');

    const heights = await widget.page.evaluate<number[]>(
      `[...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.w button')].map((one) => one.getBoundingClientRect().height)`,
    );
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });

  it('prints what was said in black on white, with who said it and without controls', async () => {
    const widget = await visit({ colorScheme: 'dark' });
    await widget.open();
    await widget.ask('how long do you keep recordings of my phone calls');

    await widget.page.emulateMedia({ media: 'print' });

    expect(await widget.box.isVisible()).toBe(false);
    expect(await widget.panel.getByRole('button').count()).toBe(0);
    expect((await widget.log.getByText('You said:').boundingBox())?.width).toBeGreaterThan(20);
    expect(
      await widget.page.evaluate(
        "getComputedStyle(document.querySelector('privacy-desk').shadowRoot.querySelector('.w')).color",
      ),
    ).toBe('rgb(0, 0, 0)');
  });

  it('shows borders where the system takes the colours away', async () => {
    const widget = await visit();
    await widget.page.emulateMedia({ forcedColors: 'active' });
    await widget.open();

    const edge = await widget.page.evaluate(
      "getComputedStyle(document.querySelector('privacy-desk').shadowRoot.querySelector('.chip')).borderTopStyle",
    );
    expect(edge).toBe('solid');
  });
});
