import type { State, WidgetDriver } from './browser';

/** What is said on the way to each state of a form, in order; see showcase-forms.ts. */
const PATHS = {
  'request-step': ['can i see my file'],
  'request-choice': ['can i see my file', 'Me'],
  'request-contact': ['can i see my file', 'Me', 'Sovereign Network Group'],
  'request-error': ['can i see my file', 'Me', 'Sovereign Network Group', 'alex.example'],
  'check-answers': ['can i see my file', 'Skip'],
  'change-answer': ['can i see my file', 'Skip', 'Change which company'],
  'changed-answer': ['can i see my file', 'Skip', 'Change which company', 'Sovereign Network Homes'],
  'cancel-request': ['can i see my file', 'Cancel request'],
  confirmation: ['can i see my file', 'Skip', 'Send my request'],
  'opt-out': ['stop sending me surveys'],
} as const;

export const FORM_STATES: Readonly<Record<string, State>> = {
  ...Object.fromEntries(
    Object.entries(PATHS).map(([name, words]): [string, State] => [name, (widget) => said(widget, words)]),
  ),
  'deleted-with-request': async (widget) => {
    await said(widget, PATHS['request-step']);
    await widget.choose('End the chat');
    await widget.press('Delete now');
    await widget.press('Delete now');
    await widget.panel.getByText('We have deleted this chat').waitFor();
  },
};

/** Writes everything, one after the other, and waits for the card that comes last. */
async function said(widget: WidgetDriver, words: readonly string[]): Promise<void> {
  await widget.open();
  for (const text of words) await widget.ask(text);
  await widget.log.locator('.step').last().waitFor();
}
