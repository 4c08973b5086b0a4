import type { WidgetDriver } from '../support/browser';
import { PRIVATE } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

const HIDDEN = 'do you share my NI number •• •• •• •• • with anyone';
const CARD = 'is my card 4111 1111 1111 1111 stored, pin 1234';

describeInBrowser('private details that are about to be sent', ({ visit }) => {
  const warning = ({ panel }: WidgetDriver, title: string) => panel.getByRole('heading', { name: title });

  const focused = ({ page }: WidgetDriver): Promise<string> =>
    page.evaluate(`(() => {
      const inside = document.activeElement.shadowRoot?.activeElement;
      return inside?.id || inside?.innerText?.trim() || '';
    })()`);

  async function written(text: string): Promise<{ widget: WidgetDriver; posts: string[] }> {
    const widget = await visit();
    const posts: string[] = [];
    widget.page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.postData() ?? '');
    });
    await widget.open();
    await widget.writeChecked(text);
    return { widget, posts };
  }

  it('are warned of before anything leaves the device; the heading has the focus, and it is said at once', async () => {
    const { widget, posts } = await written(PRIVATE);

    const title = 'This looks like a National Insurance number';
    expect(await focused(widget)).toBe(title);
    expect(await widget.panel.getByRole('alert').innerText()).toBe(title);
    expect(await warning(widget, title).getAttribute('aria-describedby')).toBe('check-about');
    expect(await widget.panel.getByText('We do not need that to answer you.').innerText()).toContain('not been sent');
    expect(await widget.panel.locator('.w-check .bubble').textContent()).toBe(
      'do you share my NI number hidden•• •• •• •• • with anyone',
    );
    expect(await widget.box.count()).toBe(0);
    expect(posts).toEqual([]);
  });

  it('are hidden and sent with one press; the focus goes back to the text box', async () => {
    const { widget, posts } = await written(PRIVATE);

    await widget.press('Hide it and send');
    await widget.log.getByText(`You wrote: ${HIDDEN}`).waitFor();

    expect(await widget.log.locator('.msg.me .bubble').allInnerTexts()).toEqual([HIDDEN]);
    expect([await focused(widget), await widget.box.inputValue()]).toEqual(['message', '']);
    expect(posts.join()).not.toContain('12 34 56');
    // The person knows: nothing is said of it again.
    expect(await widget.log.getByText('I have hidden').count()).toBe(0);
  });

  it.each([
    ['Change my message is pressed', (widget: WidgetDriver) => widget.press('Change my message')],
    ['Escape is pressed', (widget: WidgetDriver) => widget.page.keyboard.press('Escape')],
  ])('stay in the text box when %s, and are warned of again', async (_how, goBack) => {
    const { widget, posts } = await written(CARD);
    expect(await focused(widget)).toBe('These look like private details');

    await goBack(widget);
    await widget.box.waitFor();
    expect(await widget.box.inputValue()).toBe(CARD);
    expect(await focused(widget)).toBe('message');

    await widget.page.keyboard.press('Enter');
    await warning(widget, 'These look like private details').waitFor();
    expect(posts).toEqual([]);
    await widget.page.keyboard.press('Escape');
    await widget.box.fill('is my card stored');
    await widget.box.press('Enter');
    await widget.log.getByText('You wrote: is my card stored').waitFor();
  });

  it('can be dealt with by keyboard alone, and do not keep anybody from leaving quickly', async () => {
    const { widget } = await written(PRIVATE);
    const order: string[] = [];
    for (let stop = 0; stop < 3; stop++) {
      await widget.page.keyboard.press('Tab');
      order.push((await focused(widget)).split('\n')[0] ?? '');
    }
    expect(order.slice(1)).toEqual(['Hide it and send', 'Change my message']);

    await widget.page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: 'weather' }));
    for (let press = 0; press < 3; press++) await widget.page.keyboard.press('Escape');

    await widget.page.getByText('weather').waitFor();
    expect(widget.page.url()).toMatch(/^https:/);
  });

  it('cannot be sent as they are: there is no button that would say so', async () => {
    const { widget } = await written(PRIVATE);

    const buttons = await widget.panel.locator('.w-check').getByRole('button').allInnerTexts();
    expect(buttons).toEqual(['Hide it and send', 'Change my message']);
  });

  it('are hidden by the desk where the check has not been loaded, which says so before its answer', async () => {
    const widget = await visit();
    await widget.page.route('**/widget/check.js', (route) => route.abort());
    await widget.open();
    await widget.write(PRIVATE);
    await widget.log.getByText(`You wrote: ${HIDDEN}`).waitFor();

    expect(await widget.log.locator('.msg.me .bubble').allInnerTexts()).toEqual([HIDDEN]);
    expect(await widget.log.locator('.msg.bot').nth(1).innerText()).toContain(
      'I have hidden what looks like a National Insurance number. We do not need that to answer you.',
    );
  });

  it('are looked for only once something is written', async () => {
    const widget = await visit();
    const loaded: string[] = [];
    widget.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await widget.open();
    await widget.box.focus();
    expect(loaded).not.toContain('/widget/check.js');

    await widget.writeChecked('hello');
    await widget.log.getByText('You wrote: hello').waitFor();
    await widget.ask('hello again');

    expect(loaded.filter((path) => path === '/widget/check.js')).toHaveLength(1);
  });
});
