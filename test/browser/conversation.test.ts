import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';

import { WidgetDriver } from '../support/browser';
import { KEEP_TYPING } from '../support/showcase-dialog';
import { RECORDINGS } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

describeInBrowser('a conversation', ({ desk, visit }) => {
  it('quotes the notice with its source, and links to the section in a new tab', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask(RECORDINGS);

    const figure = widget.log.locator('figure');
    expect((await figure.locator('blockquote').innerText()).split(/\n+/)).toEqual([
      'We will usually keep:',
      '[…]',
      'recordings of telephone calls for 6 months.',
    ]);
    expect(await figure.locator('figcaption').innerText()).toContain(
      'From: How long do we keep your information?, privacy notice of September 2023.',
    );
    const link = figure.getByRole('link', { name: 'Read the whole section (opens in a new tab)' });
    expect(await link.getAttribute('href')).toBe('http://localhost/notice#how-long.recordings');
  });

  it('sets apart from the notice what the law says, in our own letters', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('how many days do you have to answer');

    const note = widget.log.getByRole('note');
    expect(await note.innerText()).toBe(
      'This is not from the notice: We must answer most requests about your information within one month.',
    );
    expect(await widget.log.locator('figure').count()).toBe(0);
    const own = widget.log.getByText('The notice does not give a time for that.');
    const fontOf = (part: Locator) => part.evaluate('(element) => getComputedStyle(element).fontFamily');
    expect(await fontOf(note)).toBe(await fontOf(own));
  });

  it('shows a note below the quote that it is about, and not in it', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('does a computer decide');

    const [quote, note] = await Promise.all([
      widget.log.locator('figure').boundingBox(),
      widget.log.getByRole('note').boundingBox(),
    ]);
    expect(note?.y).toBeGreaterThanOrEqual((quote?.y ?? Infinity) + (quote?.height ?? 0));
    expect(await widget.log.locator('figure').innerText()).not.toContain('not from the notice');
  });

  it('looks before and after the first message the same, so that nothing jumps', async () => {
    const widget = await visit();
    await widget.open();
    const welcome = widget.log.locator('.msg.bot').first();
    const before = await welcome.innerText();

    await widget.ask('hello');

    expect(await welcome.innerText()).toBe(before);
    expect(await widget.log.locator('.msg.bot').count()).toBe(2);
  });

  it('sends the words of a choice, and then closes the choices of that turn', async () => {
    const widget = await visit();
    await widget.open();

    await widget.press('Talk to a person');
    await widget.log.getByText('You wrote: Talk to a person').waitFor();

    const choices = widget.log.getByRole('list', { name: 'Quick choices' }).getByRole('button');
    expect(await choices.evaluateAll('(all) => all').then(() => choices.count())).toBe(4);
    expect(await choices.first().getAttribute('aria-disabled')).toBe('true');
    expect(await choices.last().innerText()).toContain('You chose this');
  });

  it('offers "None of these" last, apart from the meanings', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('who can see my stuff');

    const last = widget.log.getByRole('list', { name: 'Did you mean' }).getByRole('button').last();
    expect(await last.innerText()).toBe('None of these');
    expect(await last.getAttribute('class')).toContain('none');
  });

  it('shows the number to call in danger first and alerts at once', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('there is a smell of gas in the hall');

    expect(await widget.log.locator('a.call').getAttribute('href')).toBe('tel:0800111999');
    expect(await widget.panel.getByRole('alert').innerText()).toBe('Smell gas? Go outside, then call 0800 111 999');
  });

  it('shows that the assistant is writing, silently', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');

    await widget.write(KEEP_TYPING);

    const sign = widget.log.locator('li', { hasText: 'The assistant is writing' });
    await sign.waitFor();
    expect(await sign.getAttribute('aria-hidden')).toBe('true');
  });

  it('keeps the first line of a long answer in view', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('tell me everything');

    const first = await widget.log.getByText('The notice says much about that.').boundingBox();
    const log = await widget.log.boundingBox();
    expect((first?.y ?? 0) - (log?.y ?? 0)).toBeGreaterThan(0);
    expect((first?.y ?? 0) - (log?.y ?? 0)).toBeLessThan(80);
  });

  it('does not move somebody who has scrolled up, but says that there is a new message', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('tell me everything');
    const release = await widget.holdMessages();
    await widget.write('and then?');
    await widget.log.getByText('Sending', { exact: true }).waitFor();
    await widget.scrollToTop();

    release();
    const button = widget.panel.getByRole('button', { name: 'New message' });
    await button.waitFor();
    expect(await widget.log.getByText('Ask how we use your information').isVisible()).toBe(true);
    await button.click();

    await button.waitFor({ state: 'detached' });
    const box = await widget.log.getByText('You wrote: and then?').boundingBox();
    const log = await widget.log.boundingBox();
    expect(box?.y ?? 0).toBeLessThan((log?.y ?? 0) + (log?.height ?? 0));
  });

  it('keeps words that could not be sent, and sends them once when tried again', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    await widget.page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });
    await widget.write('my name is spelled wrongly');
    await widget.panel.getByText('Not sent', { exact: true }).waitFor();
    expect(await widget.panel.getByRole('alert').innerText()).toContain('has not been sent');

    await widget.press('Try again');
    await widget.log.getByText('You wrote: my name').waitFor();

    expect(await widget.log.getByText('my name is spelled wrongly', { exact: true }).count()).toBe(1);
  });

  it('lets the person write without a connection, and sends it when it is back', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    await widget.page.context().setOffline(true);
    await widget.write('contractors please');
    await widget.log.getByText('Waiting to send').waitFor();
    expect(await widget.panel.getByRole('status').innerText()).toBe('No connection.');
    expect(await widget.panel.locator('.w-bar').innerText()).toContain('Try now');

    await widget.page.context().setOffline(false);
    await widget.log.getByText('You wrote: contractors please').waitFor();

    await widget.panel.locator('.w-bar').waitFor({ state: 'detached' });
    expect(await widget.panel.getByRole('status').innerText()).toBe('Back online.');
  });

  it('does not send what is too long, and says by how much', async () => {
    const widget = await visit();
    await widget.open();

    await widget.box.fill('x'.repeat(2003));
    await widget.box.press('Enter');

    expect(await widget.panel.getByText('Shorten your message by 3 characters').isVisible()).toBe(true);
    expect(await widget.log.locator('.msg.me').count()).toBe(0);
  });

  it('shows a chat in two tabs at once', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    const page = await widget.page.context().newPage();
    await page.goto(desk().url);
    const other = new WidgetDriver(page);
    await other.open();
    await other.press('Carry on with this chat');
    await other.log.getByText('You wrote: hello').waitFor();

    await other.ask('from the second tab');
    await widget.log.getByText('You wrote: from the second tab').waitFor();

    expect(await widget.log.locator('.msg.me').allInnerTexts()).toHaveLength(2);
    expect(await other.log.locator('.msg.me').allInnerTexts()).toHaveLength(2);
  });

  it('tells when the chat will be deleted, and who sees it', async () => {
    const widget = await visit();
    await widget.open();
    expect(await widget.panel.locator('.w-keep').innerText()).toContain('Nothing is saved until you write');
    await widget.ask('hello');
    expect(await widget.panel.locator('.w-keep').innerText()).toMatch(/Deleted on \d+ \w+ \d{4}/);

    await widget.press('Who sees this');

    expect(await widget.panel.getByRole('region', { name: 'Who sees this, and how long' }).innerText()).toContain(
      '2 years',
    );
  });

  it('never changes the title of the page', async () => {
    const widget = await visit();
    const before = await widget.page.title();
    await widget.open();
    await widget.ask('hello');
    await widget.choose('End the chat');

    expect(await widget.page.title()).toBe(before);
  });

  it('can be downloaded as text and as data', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');

    for (const [option, name] of [
      ['Download this chat', 'privacy-chat.txt'],
      ['Download it as data (JSON)', 'privacy-chat.json'],
    ] as const) {
      const [download] = await Promise.all([widget.page.waitForEvent('download'), widget.choose(option)]);
      expect(download.suggestedFilename()).toBe(name);
      expect(download.url()).toMatch(/^blob:/);
      expect(readFileSync(await download.path(), 'utf8')).toContain('You wrote: hello');
    }
  });
});
