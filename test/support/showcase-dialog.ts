import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import type { Quote, Reply } from '../../src/replies/reply';
import { SHOWCASE_FORMS } from './showcase-forms';

/** A message that makes the bot write and write, without ever saying anything. */
export const KEEP_TYPING = 'keep typing';

const quote: Quote = {
  passageId: 'how-long/recordings',
  text: 'recordings of telephone calls for 6 months.',
  form: 'bullet',
  leadIn: 'We will usually keep:',
  cut: true,
  section: 'How long do we keep your information?',
  version: '2023-09',
  publishedAs: 'September 2023',
  url: 'http://localhost/notice#how-long.recordings',
};

const reply = (kind: Reply['kind'], given: Partial<Reply>): Reply => ({
  kind,
  paragraphs: [],
  quotes: [],
  after: [],
  facts: [],
  choices: [],
  ...given,
});

/** One reply of each shape that the widget has to show; forms are apart. */
const SHOWCASE: Readonly<Record<string, Reply>> = {
  ...SHOWCASE_FORMS,
  'how long do you keep recordings of my phone calls': reply('answer', {
    paragraphs: ['The notice says 6 months.'],
    quotes: [quote],
    choices: [{ title: 'Ask for a copy of a recording' }, { title: 'How long do you keep this chat?' }],
  }),
  'who can see my stuff': reply('clarify', {
    paragraphs: ['More than one part of the notice could answer that. Which is closest?'],
    choices: [
      { title: 'Sharing your information', note: 'Who outside the landlord may see it' },
      { title: 'How we secure your data', note: 'Which staff can reach it, and how it is stored' },
      { title: 'Your rights', note: 'How you can see it yourself' },
      { title: 'None of these', isNone: true },
    ],
  }),
  'how many days do you have to answer': reply('decline', {
    paragraphs: ['The notice does not give a time for that. The law does.'],
    notes: [
      {
        id: 'time-to-answer',
        label: 'This is not from the notice:',
        text: 'We must answer most requests about your information within one month.',
      },
    ],
    after: ['You can also write to privacy@landlord.example.'],
    choices: [{ title: 'Start a request' }, { title: 'Talk to a person' }],
  }),
  'does a computer decide': reply('answer', {
    paragraphs: ['The notice says:'],
    quotes: [quote],
    notes: [{ id: 'automated-decisions', label: 'This is not from the notice:', text: 'The law has changed.' }],
  }),
  'there is a smell of gas in the hall': reply('urgent', {
    heading: 'Smell gas? Go outside, then call',
    paragraphs: ['Do not touch switches. No flames. Open doors and windows. Call from outside.'],
    facts: [
      { label: 'Smell of gas.', text: 'Free, 24 hours.', phone: '0800 111 999' },
      { label: 'In danger.', text: 'Cannot speak? Press 55.', phone: '999' },
      { label: 'Abuse at home.', text: 'Free.', phone: '0808 2000 247' },
      { label: 'Samaritans.', text: 'Free, any time.', phone: '116 123' },
    ],
    after: ['I cannot call for you.'],
  }),
  'tell me everything': reply('answer', {
    paragraphs: ['The notice says much about that.'],
    quotes: ['one', 'two', 'three', 'four', 'five'].map((id) => ({
      ...quote,
      passageId: id,
      form: 'paragraph',
      text: `${'We look after your information. '.repeat(12)}Part ${id}.`,
    })),
  }),
};

/** Said to a press of "No". */
const INSTEAD = reply('clarify', {
  paragraphs: ['I am sorry. Did you mean one of these? You can also put it in other words, or talk to a person.'],
  choices: [
    { title: 'How long you keep this chat', note: 'How long do we keep your information?' },
    { title: 'None of these', isNone: true },
  ],
});

/** Answers from the showcase; anything else it answers in plain text, as a channel without our replies would. */
export class ShowcaseDialog extends Dialog {
  constructor() {
    super('showcase');
  }

  override async beginDialog(dialog: DialogContext, isNotIt?: object): Promise<DialogTurnResult> {
    const { text } = dialog.context.activity;
    if (text === KEEP_TYPING) {
      await dialog.context.sendActivity({ type: 'typing' });
      return dialog.endDialog();
    }
    const shown = isNotIt ? INSTEAD : SHOWCASE[text];
    const plain = shown ? shown.paragraphs.join('\n') : `You wrote: ${text}`;
    await dialog.context.sendActivity({
      type: 'message',
      text: plain,
      ...(shown && { channelData: { reply: shown } }),
    });
    return dialog.endDialog();
  }
}
