import { emptyReply } from '../../src/replies/empty-reply';
import type { FormButton, FormPart, FormQuestion, FormSummary, Receipt } from '../../src/replies/form-part';
import type { Reply } from '../../src/replies/reply';

const REFERENCE = '7K4M-2QX';
const references = [REFERENCE];

const BACK: FormButton = { does: 'back', title: 'Back' };
const SKIP: FormButton = { does: 'skip', title: 'Skip' };
const LATER: FormButton = { does: 'later', title: 'Save and come back' };
const CANCEL: FormButton = { does: 'cancel', title: 'Cancel request' };
const SEND: FormButton = { does: 'send', title: 'Send my request' };

const formReply = (form: FormPart, paragraphs: readonly string[]): Reply => {
  const options = form.kind === 'question' ? form.options : [];
  const buttons = form.kind === 'receipt' ? [] : form.buttons;
  return {
    ...emptyReply('form'),
    paragraphs: [...form.notes, ...paragraphs],
    choices: [...options, ...buttons.map(({ title }) => ({ title }))],
    form,
  };
};

type Asked = Pick<FormQuestion, 'question' | 'number' | 'ask' | 'input'> & Partial<FormQuestion>;

function question(asked: Asked): Reply {
  const position = `Question ${asked.number} of 5`;
  const form: FormQuestion = {
    kind: 'question',
    references,
    notes: [],
    of: 5,
    position,
    options: [],
    saved: `Your request is already recorded. Your reference is ${REFERENCE}.`,
    buttons: [...(asked.number > 1 ? [BACK] : []), SKIP, LATER, CANCEL],
    ...asked,
  };
  return formReply(form, [`${position}. ${asked.ask}`, ...(asked.hint === undefined ? [] : [asked.hint])]);
}

const COMPANY: Asked = {
  question: 'company',
  number: 2,
  ask: 'Which company is your landlord?',
  hint: 'Not sure? Pick that. It slows nothing down.',
  input: 'choice',
  options: [
    { title: 'Sovereign Network Group', note: 'formerly Sovereign Housing Association Ltd' },
    { title: 'Sovereign Network Homes', note: 'formerly Network Homes Ltd' },
    { title: 'I am not sure' },
  ],
};

const CONTACT: Asked = {
  question: 'reply',
  number: 3,
  ask: 'How should we reply?',
  hint: 'Give an e-mail address that only you can read. We can also reply by post, or you can collect it.',
  input: 'contact',
  buttons: [BACK, LATER, CANCEL],
};

const SUMMARY: FormSummary = {
  kind: 'summary',
  references,
  notes: [],
  heading: 'Check your answers',
  rows: [
    { label: 'What you are asking for', answer: 'A copy of the information that you hold' },
    { label: 'Your words', answer: '“can i see my file and the call from last week”' },
    { label: 'Who it is about', answer: 'Me', change: 'Change who it is about' },
    { label: 'Which company', answer: 'Sovereign Network Group', change: 'Change which company' },
    { label: 'How to reply', answer: 'alex@example.org', change: 'Change how to reply' },
    { label: 'Your name', answer: 'Alex Example', change: 'Change your name' },
    { label: 'Help you need', answer: 'You gave no answer', change: 'Change help you need' },
  ],
  buttons: [SEND, BACK, LATER, CANCEL],
};

const summary = (form: FormSummary): Reply => {
  const rows = form.rows.map(({ label, answer }) => `${label}: ${answer}`).join('\n');
  return formReply(form, [form.heading, rows]);
};

const receipt = (form: Receipt): Reply =>
  formReply(form, [
    form.heading,
    `${form.referenceLabel}: ${form.references.join(', ')}`,
    form.rows.map(({ label, text }) => `${label}: ${text}`).join('\n'),
    ...form.texts.map(({ lead = '', text }) => `${lead} ${text}`.trim()),
  ]);

/** A form of five questions, as the desk asks them: by what is said before each reply. */
export const SHOWCASE_FORMS: Readonly<Record<string, Reply>> = {
  'can i see my file': question({
    question: 'subject',
    number: 1,
    ask: 'Who is the information about?',
    input: 'choice',
    options: [{ title: 'Me' }, { title: 'Somebody else' }, { title: 'A child I look after' }],
    notes: [
      'You want a copy of the information that we hold.',
      `I have recorded your request. Your reference is ${REFERENCE}.`,
    ],
  }),
  Me: question(COMPANY),
  'Sovereign Network Group': question(CONTACT),
  'alex.example': question({ ...CONTACT, problem: 'Enter an e-mail address with an @, like name@example.org' }),
  'alex@example.org': question({ question: 'name', number: 4, ask: 'What is your name?', input: 'name' }),
  'Alex Example': question({ question: 'help', number: 5, ask: 'What help do you need?', input: 'text' }),
  Skip: summary(SUMMARY),
  'Change which company': question({ ...COMPANY, answer: 'Sovereign Network Group' }),
  'Change how to reply': question({ ...CONTACT, answer: 'alex@example.org' }),
  'Sovereign Network Homes': summary({
    ...SUMMARY,
    notes: ['Changed: Which company is now “Sovereign Network Homes”.'],
    rows: SUMMARY.rows.map((row) =>
      row.label === 'Which company' ? { ...row, answer: 'Sovereign Network Homes', isNew: true } : row,
    ),
  }),
  'Cancel request': formReply(
    {
      kind: 'cancel',
      references,
      notes: [],
      heading: 'What should we do with your request?',
      texts: [
        `We already have it. Your reference is ${REFERENCE}, and we got it on Tuesday 24 November 2026.`,
        'You can stop answering questions and still get a reply, if we have a way to reach you.',
      ],
      buttons: [
        { does: 'carry-on', title: 'Go back to the question' },
        { does: 'keep', title: 'Stop here, but keep my request' },
        { does: 'withdraw', title: 'Withdraw my request' },
      ],
    },
    ['What should we do with your request?'],
  ),
  'Go back to the question': question({ ...COMPANY, notes: ['Then we carry on.'] }),
  'Withdraw my request': {
    ...emptyReply('form'),
    paragraphs: [`Your request is withdrawn. Its reference was ${REFERENCE}.`],
  },
  'Send my request': receipt({
    kind: 'receipt',
    references,
    notes: [],
    heading: 'We have your request',
    referenceLabel: 'Your reference',
    rows: [
      { label: 'What you are asking for', text: 'A copy of the information that you hold' },
      { label: 'We got it on', text: 'Tuesday 24 November 2026' },
      { label: 'We aim to answer by', text: 'Thursday 24 December 2026' },
      { label: 'Who has it', text: 'Data protection team, Sovereign Network Group' },
    ],
    texts: [
      { lead: 'What happens next.', text: 'We will make a reasonable and proportionate search. It is free.' },
      { text: 'Other people’s information may be taken out.' },
      { lead: 'What could change the date.', text: 'If we need to check who you are. We would tell you, and why.' },
      { lead: 'Not happy?', text: 'You can complain to us here, or to the ICO on 0303 123 1113.' },
    ],
  }),
  'stop sending me surveys': receipt({
    kind: 'receipt',
    references: ['3PWT-8HC', '9DRN-4TV'],
    notes: [],
    heading: 'We will stop the surveys',
    referenceLabel: 'Your reference',
    rows: [
      { label: 'What stops', text: 'Surveys and research, by e-mail and text' },
      { label: 'Where', text: 'alex@example.org' },
    ],
    texts: [{ text: 'You will still get messages we must send, about rent, safety, repairs and your tenancy.' }],
  }),
};
