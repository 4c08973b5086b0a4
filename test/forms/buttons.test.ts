import type { Command } from '../../src/forms/command';
import { loadForms } from '../../src/forms/load-forms';
import { createReadAnswer } from '../../src/forms/read-answer';
import { changeTitle } from '../../src/replies/form-notes';
import { loadReplies } from '../../src/replies/load-replies';
import { MATTERS } from '../../src/rights/matter';
import { CONTENT_DIR, realSearchContent } from '../search/real-content';
import { answerWords, knows, readCommand } from './a-form';

const replies = loadReplies(CONTENT_DIR).value;
const forms = loadForms(CONTENT_DIR).value;
const { courtesies } = realSearchContent();
const readAnswer = createReadAnswer({ content: answerWords, courtesies, readCommand, knows });

const BUTTONS: readonly (readonly [Command['name'], string])[] = [
  ['back', replies.say('form.back')],
  ['skip', replies.say('form.skip')],
  ['later', replies.say('form.come-back')],
  ['cancel', replies.say('form.cancel')],
  ['send', replies.say('form.send')],
  ['keep', replies.say('form.keep')],
  ['withdraw', replies.say('form.withdraw')],
  ['carry_on', replies.say('form.carry-on')],
];

/** A press of a button sends what stands on it, so that has to be read as what it does. */
describe.each(MATTERS)('the buttons of the form for %s', (matter) => {
  const { questions } = forms.formFor(matter);
  const told = Object.fromEntries(questions.map(({ id }) => [id, 'told']));

  it('are read as what they do, whatever is asked', () => {
    const misread = [undefined, ...questions].flatMap((asked) =>
      BUTTONS.filter(([name, title]) => readCommand(title, { asked, questions, told })?.name !== name).map(
        ([, title]) => `${asked?.id ?? 'summary'}: ${title}`,
      ),
    );

    expect(misread).toEqual([]);
  });

  it('change the row that they stand in', () => {
    const misread = questions.filter((question) => {
      const command = readCommand(changeTitle(question, replies), { questions, told });
      return !(command?.name === 'change' && command.question === question.id);
    });

    expect(misread.map(({ label }) => label)).toEqual([]);
  });

  it('answer the question that they stand below', () => {
    const misread = questions.flatMap((asked) =>
      asked.options.filter(({ id, title }) => {
        const place = { asked, questions, told: {} };
        const reading = readAnswer(title, asked, questions, {});
        const isAnswer = reading.kind === 'answered' && reading.facts[asked.id] === id;
        return !isAnswer || readCommand(title, place) !== undefined;
      }),
    );

    expect(misread.map(({ title }) => title)).toEqual([]);
  });
});
