import type { Page } from 'playwright-core';

import { WidgetDriver } from '../support/browser';
import { RECORDINGS } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

describeInBrowser('leaving, coming back and ending', ({ desk, visit }) => {
  it('offers the chat of before without showing it, and brings it back', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask(RECORDINGS);
    await widget.page.reload();

    await widget.open();
    expect(await widget.panel.getByText('recordings').count()).toBe(0);
    await widget.press('Carry on with this chat');
    await widget.log.getByText('The notice says 6 months.').waitFor();

    expect(await widget.log.locator('.msg.me .bubble').allInnerTexts()).toEqual([RECORDINGS]);
  });

  it('clears the chat of somebody else from the device', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask(RECORDINGS);
    await widget.page.reload();
    await widget.open();

    await widget.press('This was not me. Clear it from this device');

    await widget.log.getByText('The chat was cleared from this device.').waitFor();
    expect(await stored(widget.page)).toBe(0);
  });

  it('ends the chat in every tab and clears the device', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    const page = await widget.page.context().newPage();
    await page.goto(desk().url);
    const other = new WidgetDriver(page);
    await other.open();
    await other.press('Carry on with this chat');
    await other.log.getByText('You wrote: hello').waitFor();

    await widget.choose('End the chat');
    await widget.panel.getByRole('heading', { name: 'This chat has ended' }).waitFor();
    await other.panel.getByRole('heading', { name: 'This chat has ended' }).waitFor();

    expect(await stored(widget.page)).toBe(0);
    expect(await widget.panel.getByText(/We delete this chat on/).innerText()).toMatch(/\d{4}\.$/);
  });

  it('asks once more before it deletes, and then shows the receipt', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    await widget.choose('End the chat');

    await widget.press('Delete now');
    await widget.press('Keep it');
    await widget.press('Delete now');
    await widget.press('Delete now');

    await widget.panel.getByRole('heading', { name: 'We have deleted this chat' }).waitFor();
    expect(await widget.panel.locator('.receipt').innerText()).toMatch(/Messages: \d+/);
  });

  it('starts a new chat after the end of one', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    await widget.choose('End the chat');

    await widget.press('Start a new chat');
    await widget.ask('hello again');

    expect(await widget.log.locator('.msg.me .bubble').allInnerTexts()).toEqual(['hello again']);
  });

  it('starts afresh when the chat was deleted elsewhere, and keeps what was being written', async () => {
    const widget = await visit();
    await widget.open();
    await widget.ask('hello');
    const { token } = await widget.page.evaluate<{ token: string }>(
      "JSON.parse(localStorage.getItem('privacy-desk-chat'))",
    );
    await widget.box.fill('half a sentence');

    await fetch(`${desk().url}/chat`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    await widget.log.getByText('Your earlier chat has been deleted.').waitFor();

    expect(await widget.box.inputValue()).toBe('half a sentence');
    expect(await widget.log.locator('.msg.me').count()).toBe(0);
  });

  it.each(['the button', 'the menu', 'Escape three times'])('leaves the page quickly by %s', async (way) => {
    const widget = await visit();
    await widget.page.goto(`${desk().url}/notice`);
    await widget.page.goto(desk().url);
    await widget.page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: 'weather' }));
    await widget.open();
    await widget.ask('hello');

    if (way === 'the button') await widget.press('Leave this page quickly');
    else if (way === 'the menu') await widget.choose('Leave this page quickly');
    else for (let times = 0; times < 3; times++) await widget.page.keyboard.press('Escape');

    await widget.page.getByText('weather').waitFor();
    expect(widget.page.url()).toMatch(/^https:/);
    await widget.page.goBack();
    expect(widget.page.url()).toBe(`${desk().url}/notice`);
    await widget.page.goto(desk().url);
    expect(await stored(widget.page)).toBe(0);
  });
});

const stored = (page: Page): Promise<number> => page.evaluate('localStorage.length');
