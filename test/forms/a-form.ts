import type { AnswerContent } from '../../src/forms/answer-content';
import { loadAnswerWords } from '../../src/forms/answer-content';
import { loadCommands } from '../../src/forms/command-content';
import type { ReadCommand } from '../../src/forms/command';
import type { Option, Question, QuestionKind, Told } from '../../src/forms/form';
import { createReadAnswer } from '../../src/forms/read-answer';
import { createReadCommand } from '../../src/forms/read-command';
import type { Reading } from '../../src/forms/reading';
import { createWordings, type Wordings } from '../../src/forms/wordings';
import { CONTENT_DIR, realSearchContent, realWords } from '../search/real-content';

/** Whether people use a word, as far as the project's own phrasings and notice tell. */
export const knows = (word: string): boolean => realWordList.has(word);

const realWordList = realWords().words;
const courtesies = realSearchContent().courtesies;

/** The words of content/rights, as they are shipped. */
export const readCommand: ReadCommand = createReadCommand(mustLoad(loadCommands(CONTENT_DIR).value), courtesies);
export const answerWords: AnswerContent = mustLoad(loadAnswerWords(CONTENT_DIR).value);
export const wordings: Wordings = createWordings(courtesies);

const readWithRealWords = createReadAnswer({ content: answerWords, courtesies, readCommand, knows });

/** Reads an answer to one question of the form below. */
export function answer(text: string, asked: string | undefined, told: Told = {}): Reading {
  return readWithRealWords(text, asked === undefined ? undefined : question(asked), QUESTIONS, told);
}

/** Told, in the middle of the form below. */
const TOLD: Told = { company: 'snh', what: 'my file', email: 'sam@example.org', name: 'Sam', place: 'WR1 2AB' };

/** What a message is read as: the name of the command, or "change <question>"; undefined for no command. */
export function commandIn(text: string, asked: string | undefined, told: Told = TOLD): string | undefined {
  const questions = QUESTIONS.filter(({ when }) => Object.keys(when).length === 0);
  const command = readCommand(text, { asked: asked === undefined ? undefined : question(asked), questions, told });
  return command?.name === 'change' ? `change ${command.question}` : command?.name;
}

/** A question of the form below. */
export function question(id: string): Question {
  const found = QUESTIONS.find((one) => one.id === id);
  if (!found) throw new Error(`the form of the tests has no question "${id}"`);
  return found;
}

/** A form as the content has them: whom it is about, which company, what, how to reply, and who. */
export const QUESTIONS: readonly Question[] = [
  choice('subject', 'Who it is about', [
    option('me', 'Me', ['myself', 'just me', 'for me', 'mine']),
    option('other', 'Somebody else', ['someone else', 'not me', 'my mum', 'my dad', 'a client']),
    option('child', 'A child I look after', ['my child', 'my kid', 'my little boy']),
  ]),
  choice(
    'role',
    'Your role',
    [
      option('adviser', 'Solicitor or adviser', ['solicitor', 'lawyer', 'support worker']),
      option('relative', 'Relative or friend', ['relative', 'family', 'friend']),
    ],
    { when: { subject: ['other'] } },
  ),
  ask('for-whom', 'name', 'Who you act for', { when: { subject: ['other'] } }),
  choice(
    'child-age',
    'How old the child is',
    [
      option('under-12', 'Under 12', ['2', '7', '9', '11']),
      option('from-12', '12 to 15', ['12', '13', '14', 'fourteen']),
    ],
    { when: { subject: ['child'] } },
  ),
  choice(
    'company',
    'Which company',
    [
      option('sng', 'Sovereign Network Group', ['sovereign', 'the group'], ['sng', 'sovereign housing']),
      option('snh', 'Sovereign Network Homes', ['network'], ['snh', 'network homes', 'network homes ltd']),
      option('unsure', 'I am not sure', ['not sure', 'dont know', 'both']),
    ],
    { unknown: 'unsure' },
  ),
  ask('what', 'text', 'What you want', { mayBeChange: true }),
  ask('reply', 'contact', 'How to reply', { required: true }),
  choice('safe', 'Safe to reply there', [
    option('yes', 'Yes, it is safe', ['yes', 'its safe', 'only me', 'no one else']),
    option('no', 'No, someone else could read or answer it', ['no', 'not safe', 'its not safe', 'isnt safe']),
  ]),
  ask('name', 'name', 'Your name'),
  ask('place', 'place', 'Address or tenancy'),
  ask('help', 'text', 'Help you need', { ask: 'Is there anything that would help you?' }),
];

function ask(id: string, kind: QuestionKind, label: string, more: Partial<Question> = {}): Question {
  return { id, kind, label, ask: `${label}?`, why: 'It helps.', required: false, options: [], when: {}, ...more };
}

function choice(id: string, label: string, options: readonly Option[], more: Partial<Question> = {}): Question {
  return ask(id, 'choice', label, { options, ...more });
}

function option(id: string, title: string, saidAs: readonly string[], saidAnywhere: readonly string[] = []): Option {
  return { id, title, saidAs, saidAnywhere };
}

function mustLoad<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the content of the forms has problems: run "npm run content:check"');
  return value;
}
