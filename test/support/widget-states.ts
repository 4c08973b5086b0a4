import type { State, WidgetDriver } from './browser';
import { FORM_STATES } from './form-states';
import { KEEP_TYPING } from './showcase-dialog';

export const RECORDINGS = 'how long do you keep recordings of my phone calls';

export const PRIVATE = 'do you share my NI number AB 12 34 56 C with anyone';

/**
 * Every state of the widget, as a person comes to it with the showcase as the bot. Each begins with a fresh browser on a
 * page with a closed launcher.
 */
export const WIDGET_STATES: Readonly<Record<string, State>> = {
  launcher: () => Promise.resolve(),
  'first-open': (widget) => widget.open(),
  answer: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.log.getByText('Did this answer your question?').waitFor();
    }),
  'did-you-mean': (widget) => opened(widget, () => widget.ask('who can see my stuff')),
  'no-answer': (widget) => opened(widget, () => widget.ask('how many days do you have to answer')),
  'law-note': (widget) => opened(widget, () => widget.ask('does a computer decide')),
  helped: (widget) => opened(widget, () => rated(widget, 'Yes, this')),
  'did-not-help': (widget) =>
    opened(widget, async () => {
      await rated(widget, 'No, this');
      await widget.log.getByText('I am sorry.').waitFor();
    }),
  'feedback-not-sent': (widget) =>
    opened(widget, async () => {
      await widget.page.route('**/activities', async (route) => {
        if (route.request().postData()?.includes('"feedback"') === true)
          await route.fulfill({ status: 500, body: '{}' });
        else await route.continue();
      });
      await rated(widget, 'Yes, this');
      await widget.log.getByText('Not sent. Try again').waitFor();
    }),
  ...FORM_STATES,
  urgent: (widget) => opened(widget, () => widget.ask('there is a smell of gas in the hall')),
  'plain-text': (widget) =>
    opened(widget, async () => {
      await widget.press('See what you hold about me');
      await widget.log.getByText('You wrote: ').waitFor();
    }),
  'long-answer': (widget) => opened(widget, () => widget.ask('tell me everything')),
  typing: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.write(KEEP_TYPING);
      await widget.panel.getByText('The assistant is writing').waitFor();
    }),
  'long-chat': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.ask('tell me everything');
      await widget.ask('thank you');
    }),
  'new-message': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.ask('tell me everything');
      const release = await widget.holdMessages();
      await widget.write('how do I complain');
      await widget.panel.getByText('Sending', { exact: true }).waitFor();
      await widget.scrollToTop();
      release();
      await widget.panel.getByRole('button', { name: 'New message' }).waitFor();
    }),
  'not-sent': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.page.route('**/activities', (route) => route.fulfill({ status: 500, body: '{}' }));
      await widget.write('My name is spelled wrongly on my rent letters.');
      await widget.panel.getByText('Not sent', { exact: true }).waitFor();
    }),
  'private-details': (widget) => opened(widget, () => widget.writeChecked(PRIVATE)),
  'private-details-long': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.writeChecked(
        `${'My letter is long, and here is line after line of it.\n'.repeat(12)}${PRIVATE}, pin 1234`,
      );
    }),
  hidden: (widget) =>
    opened(widget, async () => {
      await widget.writeChecked(PRIVATE);
      await widget.press('Hide it and send');
      await widget.log.getByText('You wrote: ').waitFor();
    }),
  'hidden-by-desk': (widget) =>
    opened(widget, async () => {
      await widget.page.route('**/widget/check.js', (route) => route.abort());
      await widget.write(PRIVATE);
      await widget.log.getByText('You wrote: ').waitFor();
      await widget.write('4111 1111 1111 1111');
      await widget.log.getByText('I have hidden what looks like a card number.').waitFor();
    }),
  offline: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.page.context().setOffline(true);
      await widget.write('contractors please');
      await widget.panel.getByText('Waiting to send').waitFor();
    }),
  'too-long': (widget) => opened(widget, () => widget.box.fill('I would like to know this. '.repeat(80))),
  menu: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.press('Chat options');
    }),
  facts: (widget) => opened(widget, () => widget.press('Who sees this')),
  resume: async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.reload();
    await widget.open();
  },
  'carried-on': async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.reload();
    await widget.open();
    await widget.press('Carry on with this chat');
    await widget.panel.getByText('From:').waitFor();
  },
  expired: async (widget) => {
    await opened(widget, () => widget.ask(RECORDINGS));
    await widget.page.evaluate(
      "localStorage.setItem('privacy-desk-chat', localStorage.getItem('privacy-desk-chat').replace(/expiresAt\":\\d+/, 'expiresAt\":1'))",
    );
    await widget.page.reload();
    await widget.open();
  },
  ended: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
    }),
  'confirm-delete': (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
      await widget.press('Delete now');
    }),
  deleted: (widget) =>
    opened(widget, async () => {
      await widget.ask(RECORDINGS);
      await widget.choose('End the chat');
      await widget.press('Delete now');
      await widget.press('Delete now');
      await widget.panel.getByText('We have deleted this chat').waitFor();
    }),
};

async function rated(widget: WidgetDriver, button: string): Promise<void> {
  await widget.ask(RECORDINGS);
  await widget.press(button);
}

async function opened(widget: WidgetDriver, then: () => Promise<unknown>): Promise<void> {
  await widget.open();
  await then();
}
