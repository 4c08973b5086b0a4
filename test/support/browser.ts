import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** The system's Chromium, or undefined where there is none. */
export function findChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return places.find((place) => place !== undefined && existsSync(place));
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

export const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 568 },
  /** A desktop at 400 % zoom. */
  zoomed: { width: 320, height: 200 },
} as const;

export interface Look {
  readonly size: keyof typeof SIZES;
  readonly colorScheme: 'light' | 'dark';
  /** Without scripts, as some people and some networks have it. */
  readonly script?: 'off';
}

export function newContext(browser: Browser, { size, colorScheme, script }: Look): Promise<BrowserContext> {
  return browser.newContext({
    viewport: SIZES[size],
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    javaScriptEnabled: script !== 'off',
  });
}

/** A page of a landlord at an origin of its own, as strict as a page can be that holds the widget. */
export interface LandlordPage {
  readonly url: string;
  stop(): Promise<void>;
}

export interface LandlordOptions {
  /** The desk whose widget it holds, as `http://host:port`. */
  readonly desk: string;
  readonly styles?: string;
  readonly direction?: 'ltr' | 'rtl';
}

/** @param start called with the page's own origin before it is served, so that a desk can allow it */
export async function serveLandlordPage(start: (origin: string) => Promise<LandlordOptions>): Promise<LandlordPage> {
  let page: LandlordOptions = { desk: '' };
  const server = createServer((request, response) => {
    if (request.url === '/landlord.css') {
      response.setHeader('Content-Type', 'text/css').end(page.styles ?? '');
      return;
    }
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy(page.desk));
    response.end(landlordHtml(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  page = await start(url);
  return {
    url,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function policy(desk: string): string {
  const sockets = desk.replace(/^http/, 'ws');
  return `default-src 'none'; script-src ${desk}; style-src 'self'; connect-src ${desk} ${sockets}`;
}

function landlordHtml({ desk, direction = 'ltr' }: LandlordOptions): string {
  return `<!doctype html><html lang="en-GB" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Privacy notice - Example Homes</title>
<link rel="stylesheet" href="/landlord.css"><script src="${desk}/widget.js" async></script></head>
<body><header><a href="#main">Skip</a></header><main id="main"><h1>Privacy notice</h1><p>We look after your data.</p>
<button type="button" id="theirs">A button of the landlord</button></main></body></html>`;
}

/** How a person comes to something that the widget shows. */
export type State = (widget: WidgetDriver) => Promise<void>;

/** What a person does with the widget. */
export class WidgetDriver {
  constructor(readonly page: Page) {}

  get launcher() {
    return this.page.locator('privacy-desk .launch');
  }

  get panel() {
    return this.page.getByRole('dialog', { name: 'Privacy assistant' });
  }

  get box() {
    return this.panel.getByRole('textbox');
  }

  get log() {
    return this.panel.getByRole('log');
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.panel.waitFor();
  }

  async write(text: string): Promise<void> {
    await this.box.fill(text);
    await this.box.press('Enter');
  }

  /** Writes once the words can be checked before they are sent, which is a moment after the first of them. */
  async writeChecked(text: string): Promise<void> {
    await this.box.fill(text);
    const loaded = "import(document.querySelector('script[src*=widget]').src.replace('widget.js', 'widget/check.js'))";
    await this.page.evaluate(`${loaded}.then(() => new Promise((done) => requestAnimationFrame(done)))`);
    await this.box.press('Enter');
  }

  /** Writes and waits for the answer. */
  async ask(text: string): Promise<void> {
    const answers = this.log.locator('.msg.bot:not([aria-hidden])');
    const before = await answers.count();
    await this.write(text);
    // With the first message the desk's own welcome takes the place of the one on screen.
    await answers.nth(before).waitFor();
  }

  async choose(option: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Chat options' }).click();
    await this.panel.getByRole('menuitem', { name: option }).click();
  }

  async press(name: string): Promise<void> {
    await this.panel.getByRole('button', { name }).click();
  }

  /** Keeps messages from reaching the desk. @returns what lets them go */
  async holdMessages(): Promise<() => void> {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await this.page.route(
      '**/activities',
      async (route) => {
        await released;
        await route.continue();
      },
      { times: 1 },
    );
    return release;
  }

  /** As a person who reads what was said before. On short screens the whole panel scrolls. */
  async scrollToTop(): Promise<void> {
    const root = "document.querySelector('privacy-desk').shadowRoot";
    await this.page.evaluate(`for (const box of ${root}.querySelectorAll('.w, .w-log')) box.scrollTop = 0`);
    // The panel hears of it with the next frame.
    await this.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
}
