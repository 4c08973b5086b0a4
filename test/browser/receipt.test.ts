import { readFileSync } from 'node:fs';

import type { WidgetDriver } from '../support/browser';
import { FORM_STATES } from '../support/form-states';
import { describeInBrowser } from './in-browser';

describeInBrowser('the receipt of a request', ({ visit }) => {
  async function confirmed(): Promise<WidgetDriver> {
    const widget = await visit();
    await FORM_STATES.confirmation?.(widget);
    return widget;
  }

  it('spells the reference', async () => {
    const widget = await confirmed();

    const described = await widget.log
      .getByRole('heading', { name: 'We have your request' })
      .getAttribute('aria-describedby');
    const read = await widget.page.evaluate<string>(
      `${JSON.stringify(described)}.split(' ').map((id) => {
        const part = document.querySelector('privacy-desk').shadowRoot.getElementById(id).cloneNode(true);
        for (const hidden of part.querySelectorAll('[aria-hidden]')) hidden.remove();
        return part.textContent; }).join(' ')`,
    );
    expect(read).toContain('7, K, 4, M, 2, Q, X');
    expect(read).not.toContain('7K4M-2QX');
    expect(read).toContain('Thursday 24 December 2026');
  });

  it('is copied as text, and says so', async () => {
    const widget = await confirmed();
    await widget.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await widget.press('Copy');
    await widget.panel.getByRole('button', { name: 'Copied' }).waitFor();

    const copied = await widget.page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('We have your request\n\nYour reference: 7K4M-2QX\n\n');
    expect(copied).toContain('Not happy? You can complain to us here');
    expect(await widget.panel.getByRole('status').innerText()).toBe('Copied');
  });

  it('says what to do where the browser copies nothing', async () => {
    const widget = await confirmed();
    await widget.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await widget.press('Copy');

    await widget.log.getByText('We could not copy it here. Download it instead.').waitFor();
    expect(await widget.panel.getByRole('button', { name: 'Copied' }).count()).toBe(0);
  });

  it('is downloaded as a text file whose name tells nothing', async () => {
    const widget = await confirmed();
    const [download] = await Promise.all([widget.page.waitForEvent('download'), widget.press('Download')]);

    expect(download.suggestedFilename()).toBe('my-request.txt');
    expect(readFileSync(await download.path(), 'utf8')).toContain('Your reference: 7K4M-2QX');
  });

  it('is printed alone, in black on white, and everything is back afterwards', async () => {
    const widget = await confirmed();
    await widget.page.evaluate('window.print = () => undefined');
    await widget.press('Print');
    await widget.page.emulateMedia({ media: 'print', colorScheme: 'dark' });

    const isSeen = (text: string) => widget.page.getByText(text, { exact: true }).first().isVisible();
    expect(await isSeen('Thursday 24 December 2026')).toBe(true);
    expect(await isSeen('Other people’s information may be taken out.')).toBe(true);
    expect(await isSeen('Privacy assistant')).toBe(false);
    expect(await widget.log.locator('.msg.me').first().isVisible()).toBe(false);
    expect(await widget.page.locator('h1').isVisible()).toBe(false);
    expect(await widget.page.getByRole('button').count()).toBe(0);
    const looks = await widget.page.evaluate(
      `(() => { const s = getComputedStyle(document.querySelector('privacy-desk').shadowRoot.querySelector('.receipt .top')); return [s.color, s.backgroundColor]; })()`,
    );
    expect(looks).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);

    await widget.page.emulateMedia({ media: 'screen' });
    await widget.page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await widget.page.emulateMedia({ media: 'print' });
    expect(await widget.page.locator('h1').isVisible()).toBe(true);
    expect(await widget.log.locator('.msg.me').first().isVisible()).toBe(true);
  });

  it('can still be copied when the chat has gone on', async () => {
    const widget = await confirmed();
    await widget.ask('thank you');

    expect(await widget.panel.getByRole('button', { name: 'Copy' }).isVisible()).toBe(true);
  });
});
