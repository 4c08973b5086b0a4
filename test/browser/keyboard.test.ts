import type { WidgetDriver } from '../support/browser';
import { focusedIn } from '../support/focused-in';
import { RECORDINGS } from '../support/widget-states';
import { describeInBrowser } from './in-browser';

async function openByKey(widget: WidgetDriver): Promise<void> {
  await widget.launcher.focus();
  await widget.page.keyboard.press('Enter');
  await widget.panel.waitFor();
}

describeInBrowser('the keyboard', ({ visit }) => {
  it('opens the panel at its heading; leaving quickly is the first control after it', async () => {
    const widget = await visit();
    await openByKey(widget);
    expect(await focusedIn(widget)).toBe('Privacy assistant');
    expect(
      await widget.panel.getByRole('heading', { name: 'Privacy assistant' }).getAttribute('aria-describedby'),
    ).not.toBe('');

    const order: string[] = [];
    for (let stop = 0; stop < 11; stop++) {
      await widget.page.keyboard.press('Tab');
      order.push(await focusedIn(widget));
    }

    expect(order).toEqual([
      'Leave this page quickly',
      'Chat options',
      'Minimise the chat',
      'Conversation',
      '999',
      'See what you hold about me',
      'Stop marketing or surveys',
      'Ask about the notice',
      'Talk to a person',
      'Your message',
      'Send',
    ]);
  });

  it('sends with Enter and begins a new line with Shift and Enter; the focus stays in the box', async () => {
    const widget = await visit();
    await openByKey(widget);
    await widget.box.focus();
    await widget.page.keyboard.type('one');
    await widget.page.keyboard.press('Shift+Enter');
    await widget.page.keyboard.type('two');
    await widget.page.keyboard.press('Enter');
    await widget.log.getByText('You wrote: one').waitFor();

    expect(await widget.log.locator('.msg.me .bubble').innerText()).toBe('one\ntwo');
    expect(await focusedIn(widget)).toBe('Your message');
  });

  it('leaves the focus on a choice that was pressed', async () => {
    const widget = await visit();
    await openByKey(widget);
    await widget.panel.getByRole('button', { name: 'Ask about the notice' }).focus();
    await widget.page.keyboard.press('Space');
    await widget.log.getByText('You wrote: Ask about the notice').waitFor();

    expect(await focusedIn(widget)).toBe('Ask about the notice');
  });

  it('moves in the menu with arrows, and closes it with Escape', async () => {
    const widget = await visit();
    await openByKey(widget);
    await widget.ask(RECORDINGS);
    await widget.panel.getByRole('button', { name: 'Chat options' }).focus();
    await widget.page.keyboard.press('Enter');
    const visited = [await focusedIn(widget)];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await widget.page.keyboard.press(key);
      visited.push(await focusedIn(widget));
    }

    await widget.page.keyboard.press('Escape');

    expect(visited).toEqual([
      'Leave this page quickly',
      'Download this chat',
      'End the chat',
      'Leave this page quickly',
      'End the chat',
      'Leave this page quickly',
    ]);
    expect(await widget.panel.getByRole('menu').count()).toBe(0);
    expect(await focusedIn(widget)).toBe('Chat options');
  });

  it('goes to the heading of each step, and back to the panel heading after it', async () => {
    const widget = await visit();
    await openByKey(widget);
    await widget.ask('hello');
    await widget.press('Who sees this');
    await widget.panel.getByRole('heading', { name: 'Who sees this, and how long' }).waitFor();
    expect(await focusedIn(widget)).toBe('Who sees this, and how long');
    await widget.page.keyboard.press('Escape');
    await widget.box.waitFor();
    expect(await focusedIn(widget)).toBe('Privacy assistant');

    await widget.choose('End the chat');
    await widget.panel.getByRole('heading', { name: 'This chat has ended' }).waitFor();
    expect(await focusedIn(widget)).toBe('This chat has ended');
    await widget.press('Delete now');
    await widget.panel.getByRole('heading', { name: 'Delete this chat now?' }).waitFor();
    expect(await focusedIn(widget)).toBe('Delete this chat now?');
    await widget.press('Delete now');
    await widget.panel.getByText('We have deleted this chat').waitFor();
    expect(await focusedIn(widget)).toBe('We have deleted this chat');
  });

  it('closes the panel with Escape and gives the focus back to the launcher; the words stay', async () => {
    const widget = await visit();
    await openByKey(widget);
    await widget.box.fill('half a sentence');
    await widget.page.keyboard.press('Escape');
    expect(await widget.panel.count()).toBe(0);
    expect(await focusedIn(widget)).toBe('Ask about your data');
    expect(await widget.launcher.getAttribute('aria-expanded')).toBe('false');

    await widget.page.keyboard.press('Enter');

    expect(await widget.box.inputValue()).toBe('half a sentence');
  });

  it('keeps the page out of reach while the panel covers it, and gives it back', async () => {
    const widget = await visit({ size: 'phone' });
    await openByKey(widget);
    const inert = widget.page.locator('body > [inert]');
    expect(await widget.panel.getAttribute('aria-modal')).toBe('true');
    expect(await inert.count()).toBeGreaterThan(0);

    await widget.press('Close the chat');

    expect(await inert.count()).toBe(0);
  });

  it('leaves the page in reach beside a panel that does not cover it', async () => {
    const widget = await visit();
    await openByKey(widget);

    expect(await widget.panel.getAttribute('aria-modal')).toBeNull();
    expect(await widget.page.locator('[inert]').count()).toBe(0);
  });
});
