import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

import { serveLandlordPage, WidgetDriver, type LandlordOptions, type LandlordPage } from '../support/browser';
import { startDesk, type TestDesk } from '../support/desk-server';
import { RECORDINGS } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

/**
 * Bytes of what is there at first sight together, of the file that every page loads, and of what comes later, when
 * there is use for it.
 */
const BUDGET = { both: 25_000, loader: 3000, later: 8000 };

describe('the size of the widget', () => {
  const sizeOf = (name: string): number => gzipSync(readFileSync(`dist/web/${name}`), { level: 9 }).length;

  it('is within its budget', () => {
    expect(existsSync('dist/web/widget.js')).toBe(true);
    expect(sizeOf('widget.js')).toBeLessThanOrEqual(BUDGET.loader);
    expect(sizeOf('widget.js') + sizeOf('panel.js')).toBeLessThanOrEqual(BUDGET.both);
    for (const name of readdirSync('dist/web').filter((file) => !['widget.js', 'panel.js'].includes(file))) {
      expect([name, sizeOf(name) <= BUDGET.later]).toEqual([name, true]);
    }
  });
});

describeInBrowser("the widget on a landlord's page", ({ context }) => {
  let desk: TestDesk | undefined;
  let landlord: LandlordPage | undefined;

  async function stop(): Promise<void> {
    await landlord?.stop();
    await desk?.stop();
    landlord = desk = undefined;
  }
  afterEach(stop);

  /** A landlord's page with a desk that allows it. */
  async function serve(options: Omit<LandlordOptions, 'desk'> = {}): Promise<LandlordPage & { deskUrl: string }> {
    await stop();
    let deskUrl = '';
    landlord = await serveLandlordPage(async (origin) => {
      desk = await startDesk({ settings: { ALLOWED_ORIGINS: origin } });
      deskUrl = desk.url;
      return { desk: deskUrl, ...options };
    });
    return { ...landlord, deskUrl };
  }

  async function visit({
    url,
  }: LandlordPage): Promise<{ widget: WidgetDriver; complaints: string[]; origins: Set<string> }> {
    const page = await (await context()).newPage();
    const complaints: string[] = [];
    const origins = new Set<string>();
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    page.on('websocket', (socket) => origins.add(new URL(socket.url()).origin.replace('ws:', 'http:')));
    await page.goto(url);
    return { widget: new WidgetDriver(page), complaints, origins };
  }

  it('works under a strict policy, and asks nobody but the page and the desk', async () => {
    const page = await serve();
    const { widget, complaints, origins } = await visit(page);

    await widget.open();
    await widget.ask('how long do you keep recordings of phone calls');

    expect(await widget.log.locator('blockquote').first().innerText()).not.toBe('');
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    expect([...origins].sort()).toEqual([page.deskUrl, page.url].sort());
  });

  it('loads nothing but the launcher, and stores nothing, before it is used', async () => {
    const { url } = await serve();
    const page = await (await context()).newPage();
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await page.goto(url);
    const widget = new WidgetDriver(page);
    await widget.launcher.waitFor();
    expect(paths.filter((path) => path.startsWith('/widget'))).toEqual(['/widget.js']);

    await widget.open();
    expect(await storedIn(page)).toEqual({ storage: [], cookies: '' });
    expect(paths.filter((path) => path.startsWith('/chat') || path.startsWith('/v3'))).toEqual([]);

    await widget.ask(RECORDINGS);
    const { storage, cookies } = await storedIn(page);
    expect({ storage: storage.map(([key]) => key), cookies }).toEqual({ storage: ['privacy-desk-chat'], cookies: '' });
    expect(JSON.stringify(storage)).not.toContain('recordings');
  });

  it('looks the same whatever the page looks like, and leaves the page as it was', async () => {
    const plain = (await visit(await serve())).widget;
    await plain.open();
    const expected = await looksOf(plain);
    const button = await buttonOf(plain.page);

    const styles = `html { font-size: 62.5%; } * { color: red !important; letter-spacing: 4px; }
      button, p, div, textarea { all: unset; padding: 40px !important; } privacy-desk { font: 40px serif !important; }`;
    const styled = (await visit(await serve({ styles }))).widget;
    await styled.open();

    expect(await looksOf(styled)).toEqual(expected);
    expect(button).toBe('rgb(0, 0, 0)');
  });

  it('says what to do when the desk cannot be reached, and works on the next press', async () => {
    const { widget } = await visit(await serve());
    await widget.launcher.waitFor();
    await widget.page.route('**/widget/words.json', (route) => route.abort());
    await widget.launcher.click();
    await widget.launcher.getByText('No connection. Try again').waitFor();

    await widget.page.unroute('**/widget/words.json');
    await widget.open();

    expect(await widget.panel.isVisible()).toBe(true);
  });

  it('stands at the other side of a page that is written from right to left', async () => {
    const { widget } = await visit(await serve({ direction: 'rtl' }));
    await widget.open();

    expect((await widget.panel.boundingBox())?.x).toBe(20);
  });
});

function storedIn(page: Page): Promise<{ storage: [string, string][]; cookies: string }> {
  return page.evaluate<{ storage: [string, string][]; cookies: string }>(
    '({ storage: [...Object.entries(localStorage), ...Object.entries(sessionStorage)], cookies: document.cookie })',
  );
}

const buttonOf = (page: Page): Promise<unknown> =>
  page.evaluate("getComputedStyle(document.querySelector('#theirs')).color");

/** The sizes and colours of the parts of the panel that a page could change. */
function looksOf({ page }: WidgetDriver): Promise<unknown> {
  return page.evaluate(`[...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.w, h2, h3, .chip, textarea, .w-safe p')]
    .map((part) => { const s = getComputedStyle(part); return [s.fontSize, s.fontFamily, s.color, s.letterSpacing, s.padding, s.inlineSize].join(' '); })`);
}
