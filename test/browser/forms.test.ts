import type { WidgetDriver } from '../support/browser';
import { eventually } from '../support/eventually';
import { focusedIn } from '../support/focused-in';
import { FORM_STATES } from '../support/form-states';
import { describeInBrowser } from './in-browser';

const FIRST = 'can i see my file';
const COMPANY = 'Which company is your landlord?';
const REPLY = 'How should we reply?';

describeInBrowser('a form in the chat', ({ visit }) => {
  const cards = ({ log }: WidgetDriver) => log.locator('.step');
  const heading = ({ log }: WidgetDriver, name: string) => log.getByRole('heading', { name });

  async function at(state: keyof typeof FORM_STATES): Promise<WidgetDriver> {
    const widget = await visit();
    await FORM_STATES[state]?.(widget);
    return widget;
  }

  describe('the focus', () => {
    it('goes to the question after a press, which is then read out by that and not by the log', async () => {
      const widget = await at('request-step');
      await widget.panel.getByRole('button', { name: 'Me', exact: true }).click();
      await heading(widget, COMPANY).waitFor();

      expect(await focusedIn(widget)).toBe(`Question 2 of 5. ${COMPANY}`);
      expect(await widget.log.locator('.form').last().getAttribute('aria-live')).toBe('off');
      const described = await heading(widget, COMPANY).getAttribute('aria-describedby');
      const hint = await widget.log.getByText('Not sure? Pick that.').getAttribute('id');
      expect(described?.split(' ')).toContain(hint);
    });

    it('stays in the text box of who writes, and the log reads the question out', async () => {
      const widget = await at('request-choice');

      expect(await focusedIn(widget)).toBe(COMPANY);
      expect(await widget.log.locator('.form').last().getAttribute('aria-live')).toBeNull();
      const read = await widget.page.evaluate<string>(
        `(() => { const card = [...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.form')].at(-1).cloneNode(true);
          for (const silent of card.querySelectorAll('[aria-live=off], [aria-hidden=true]')) silent.remove();
          return card.textContent.replace(/\\s+/g, ' ').trim(); })()`,
      );
      expect(read).toBe(`Question 2 of 5. ${COMPANY}Not sure? Pick that. It slows nothing down.`);
    });

    it('goes to the row that was changed', async () => {
      const widget = await at('check-answers');
      await widget.press('Change which company');
      await heading(widget, COMPANY).waitFor();
      await widget.press('Sovereign Network Homes');
      await widget.log.getByText('Changed', { exact: true }).waitFor();

      await eventually('the row has the focus', async () =>
        (await focusedIn(widget)).startsWith('Which company Changed'),
      );
    });

    it('goes to the headings of summary, cancel card and receipt', async () => {
      const widget = await at('request-step');
      for (const [button, title] of [
        ['Cancel request', 'What should we do with your request?'],
        ['Go back to the question', COMPANY],
        ['Skip', 'Check your answers'],
        ['Send my request', 'We have your request'],
      ] as const) {
        await widget.press(button);
        await heading(widget, title).waitFor();
        expect(await focusedIn(widget)).toContain(title);
      }
    });

    it('goes to the conversation where buttons go away and nothing takes their place', async () => {
      const widget = await at('cancel-request');
      await widget.panel.getByRole('button', { name: 'Withdraw my request' }).focus();
      await widget.page.keyboard.press('Enter');
      await widget.log.getByText('Your request is withdrawn.').waitFor();

      expect(await focusedIn(widget)).toBe('Conversation');
    });
  });

  it('leaves of an older question one line, without buttons, which is not read out again', async () => {
    const widget = await at('request-contact');

    expect(await cards(widget).count()).toBe(1);
    const older = widget.log.locator('.form').nth(1);
    expect((await older.innerText()).trim()).toBe(COMPANY);
    expect(await older.getAttribute('aria-live')).toBe('off');
    expect(await widget.log.getByRole('button', { name: 'Cancel request' }).count()).toBe(1);
  });

  it('shows what was pressed until the desk goes on, and sends it once', async () => {
    const widget = await at('request-choice');
    const release = await widget.holdMessages();
    await widget.press('Sovereign Network Group');
    await widget.panel.getByText('Sending', { exact: true }).waitFor();
    await widget.press('Sovereign Network Homes');

    expect(await widget.log.locator('.choice.on').innerText()).toContain('You chose this');
    release();
    await heading(widget, REPLY).waitFor();
    expect((await widget.log.locator('.msg.me .bubble').allInnerTexts()).slice(2)).toEqual(['Sovereign Network Group']);
  });

  it('can be pressed again when an answer was not sent', async () => {
    const widget = await at('request-choice');
    await widget.page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });
    await widget.press('I am not sure');
    await widget.panel.getByText('Not sent', { exact: true }).waitFor();

    await widget.press('Sovereign Network Group');

    await heading(widget, REPLY).waitFor();
  });

  describe('a problem', () => {
    it('is tied to the text box, which holds the words again', async () => {
      const widget = await at('request-error');

      expect(await widget.box.inputValue()).toBe('alex.example');
      expect(await widget.box.getAttribute('aria-invalid')).toBe('true');
      const problem = widget.log.getByText('Enter an e-mail address with an @');
      expect((await widget.box.getAttribute('aria-describedby'))?.split(' ')).toContain(
        await problem.getAttribute('id'),
      );
      expect(await problem.innerText()).toMatch(/^Error:/);
      expect(await focusedIn(widget)).toBe(REPLY);
    });

    it('leaves nothing behind in the text box when the person goes on otherwise', async () => {
      const widget = await at('request-error');
      await widget.press('Cancel request');
      await heading(widget, 'What should we do with your request?').waitFor();

      expect(await widget.box.inputValue()).toBe('');
      expect(await widget.box.getAttribute('aria-invalid')).toBe('false');
    });
  });

  it('puts the answer that is to be changed into the text box', async () => {
    const widget = await at('check-answers');
    await widget.press('Change how to reply');
    await heading(widget, REPLY).waitFor();

    await eventually('it is there', async () => (await widget.box.inputValue()) === 'alex@example.org');
  });

  describe('Escape at the cancel card', () => {
    it.each(['a button', 'the text box'])(
      'goes back to the question from %s, and leaves the panel open',
      async (place) => {
        const widget = await at('cancel-request');
        if (place === 'a button') await widget.panel.getByRole('button', { name: 'Withdraw my request' }).focus();
        await widget.page.keyboard.press('Escape');

        await heading(widget, COMPANY).waitFor();
        expect(await widget.panel.isVisible()).toBe(true);
      },
    );

    it('only closes a menu that is open', async () => {
      const widget = await at('cancel-request');
      await widget.press('Chat options');
      await widget.page.keyboard.press('Escape');

      expect(await widget.panel.getByRole('menu').count()).toBe(0);
      expect(await widget.log.locator('.msg.me').count()).toBe(2);
    });

    it('leaves the page when pressed three times', async () => {
      const widget = await at('cancel-request');
      await widget.page.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: 'weather' }));
      for (let times = 0; times < 3; times++) await widget.page.keyboard.press('Escape');

      await widget.page.getByText('weather').waitFor();
    });
  });

  it('is where it was after a reload, and does not take the focus then', async () => {
    const widget = await at('request-choice');
    await widget.page.reload();
    await widget.open();
    await widget.press('Carry on with this chat');
    await heading(widget, COMPANY).waitFor();
    expect(await focusedIn(widget)).toBe('Privacy assistant');

    await widget.press('Sovereign Network Group');

    await heading(widget, REPLY).waitFor();
    expect(await cards(widget).count()).toBe(1);
  });

  it('can be filled in all the same where the cards cannot be loaded', async () => {
    const widget = await visit();
    await widget.page.route('**/widget/conversation.js', (route) => route.abort());
    await widget.open();
    await widget.ask(FIRST);
    await widget.panel.getByRole('button', { name: 'Me', exact: true }).click();
    await widget.log.getByText(`Question 2 of 5. ${COMPANY}`).waitFor();
    await widget.ask('Sovereign Network Group');

    expect(await widget.log.getByText(`Question 3 of 5. ${REPLY}`).count()).toBe(1);
    expect(await cards(widget).count()).toBe(0);
  });

  it('makes everything to press at least 44 pixels high', async () => {
    for (const state of ['request-choice', 'check-answers', 'cancel-request', 'confirmation'] as const) {
      const widget = await at(state);
      const heights = await widget.page.evaluate<number[]>(
        `[...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.step button')].map((one) => one.getBoundingClientRect().height)`,
      );
      expect(heights.length).toBeGreaterThan(2);
      expect([state, Math.min(...heights) >= 43.9]).toEqual([state, true]);
    }
  });

  it('shows which answer is chosen where the system takes the colours away', async () => {
    const widget = await at('change-answer');
    await widget.page.emulateMedia({ forcedColors: 'active' });

    const widths = await widget.page.evaluate<string[]>(
      `[...document.querySelector('privacy-desk').shadowRoot.querySelectorAll('.choice')].map((one) => getComputedStyle(one).borderTopWidth)`,
    );
    expect(widths[0]).toBe('3px');
    expect(widths.slice(1)).not.toContain('3px');
  });
});
