import type { WidgetDriver } from '../support/browser';
import { RECORDINGS } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

const SILENT = 'how many days do you have to answer';

describeInBrowser('"Did this answer your question?"', ({ desk, visit }) => {
  const question = ({ log }: WidgetDriver) => log.getByRole('group', { name: 'Did this answer your question?' });
  const yes = (widget: WidgetDriver) =>
    question(widget).getByRole('button', { name: 'Yes, this answered my question' });
  const no = (widget: WidgetDriver) => question(widget).getByRole('button', { name: 'No, this did not answer' });

  const focused = ({ page }: WidgetDriver): Promise<string> =>
    page.evaluate("document.activeElement.shadowRoot.activeElement.getAttribute('aria-label')");

  async function asked(text: string): Promise<WidgetDriver> {
    const widget = await visit();
    await widget.open();
    await widget.ask(text);
    await question(widget).last().waitFor();
    return widget;
  }

  it.each([RECORDINGS, SILENT])('stands below the reply to "%s", silently and before the choices', async (text) => {
    const widget = await asked(text);

    expect(await question(widget).count()).toBe(1);
    expect(await question(widget).getAttribute('aria-live')).toBe('off');
    const line = await question(widget).boundingBox();
    const choices = await widget.log.getByRole('list', { name: 'What you can ask next' }).boundingBox();
    expect(line?.y).toBeLessThan(choices?.y ?? 0);
    for (const button of [yes(widget), no(widget)]) {
      const box = await button.boundingBox();
      expect([Math.round(box?.height ?? 0), (box?.width ?? 0) >= 44]).toEqual([44, true]);
    }
  });

  it.each(['who can see my stuff', 'there is a smell of gas in the hall', 'anything else'])(
    'is not asked about the reply to "%s", nor any more about the answer before it',
    async (text) => {
      const widget = await asked(RECORDINGS);

      await widget.ask(text);

      expect(await question(widget).count()).toBe(0);
    },
  );

  it('thanks for a yes, once, and asks no more', async () => {
    const widget = await asked(RECORDINGS);
    const posts: string[] = [];
    widget.page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.postData() ?? '');
    });

    await yes(widget).click();
    await question(widget).getByText('Thank you.').waitFor();
    await yes(widget).click({ force: true });
    await no(widget).click({ force: true });

    expect(await widget.panel.getByRole('status').innerText()).toBe('Thank you.');
    expect(await yes(widget).getAttribute('aria-pressed')).toBe('true');
    expect(await no(widget).getAttribute('aria-pressed')).toBe('false');
    expect(await no(widget).getAttribute('aria-disabled')).toBe('true');
    expect(posts.map((post) => (JSON.parse(post) as { value?: { helpful: boolean } }).value?.helpful)).toEqual([true]);
    expect(await widget.log.locator('.msg.bot').count()).toBe(2);
  });

  it('leads on after a no, and keeps the focus of who has pressed it by key', async () => {
    const widget = await asked(RECORDINGS);
    // Back from the text box over the two choices.
    for (let stop = 0; stop < 3; stop++) await widget.page.keyboard.press('Shift+Tab');
    expect(await focused(widget)).toBe('No, this did not answer my question');
    await widget.page.keyboard.press('Space');

    const leadOn = widget.log.locator('.msg.bot', { hasText: 'I am sorry.' });
    await leadOn.waitFor();

    expect(await no(widget).getAttribute('aria-pressed')).toBe('true');
    expect(await focused(widget)).toBe('No, this did not answer my question');
    expect(await question(widget).count()).toBe(1);
    expect(await leadOn.getByRole('list', { name: 'Did you mean' }).getByRole('button').count()).toBe(2);
  });

  it('keeps what was said when the person looks elsewhere, or comes back later', async () => {
    const widget = await asked(RECORDINGS);
    await yes(widget).click();
    await question(widget).getByText('Thank you.').waitFor();

    await widget.press('Who sees this');
    await widget.press('Back to the chat');
    expect(await yes(widget).getAttribute('aria-pressed')).toBe('true');

    await widget.page.goto(desk().url);
    await widget.open();
    await widget.press('Carry on with this chat');
    await question(widget).waitFor();
    expect(await yes(widget).getAttribute('aria-pressed')).toBe('true');
  });

  it('says that it was not sent, and can be pressed again', async () => {
    const widget = await asked(RECORDINGS);
    await widget.page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });

    await yes(widget).click();
    await question(widget).getByText('Not sent.').waitFor();
    expect(await yes(widget).getAttribute('aria-pressed')).toBe('false');
    expect(await widget.panel.getByRole('status').innerText()).toContain('Not sent.');

    await yes(widget).click();
    await question(widget).getByText('Thank you.').waitFor();
    expect(await question(widget).getByText('Not sent.').count()).toBe(0);
  });

  it('is loaded while the first answer is found, and missed by nothing where it cannot be loaded', async () => {
    const widget = await visit();
    const loaded: string[] = [];
    await widget.page.route('**/widget/conversation.js', (route) => {
      loaded.push(route.request().url());
      return route.abort();
    });
    await widget.open();
    await widget.log.getByText('Ask how we use your information').waitFor();
    expect(loaded).toEqual([]);

    await widget.ask(RECORDINGS);
    await widget.ask(SILENT);

    expect(loaded).toEqual([`${desk().url}/widget/conversation.js`]);
    expect(await question(widget).count()).toBe(0);
    expect(await widget.log.locator('blockquote').count()).toBe(1);
  });
});
