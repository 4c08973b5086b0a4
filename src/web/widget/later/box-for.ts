import type { FormQuestion } from '../../../replies/form-part';
import type { ChatState } from '../chat/chat-state';
import { lastSaid } from '../chat/last-said';
import { openQuestion } from '../chat/open-question';
import type { Say } from '../parts/say';
import { idsOf } from './form-ids';

/** Of a text box, as HTML has them. */
export type BoxAttributes = Readonly<Record<string, string | boolean>>;

/** Which keys a phone shows, and what a browser may fill in. A way to reply may also be a number or an address. */
const KEYS: Readonly<Partial<Record<FormQuestion['input'], BoxAttributes>>> = {
  contact: { inputmode: 'email', autocomplete: 'email', autocapitalize: 'off', spellcheck: false },
  name: { autocomplete: 'name', autocapitalize: 'words', spellcheck: false },
  place: { autocomplete: 'street-address', autocapitalize: 'words' },
};

/** The text box while a question is asked: it bears the question's name, and tells what has to be put right. */
export function boxFor({ turns }: ChatState, say: Say): BoxAttributes {
  const question = openQuestion(turns);
  const turn = lastSaid(turns);
  if (!question || !turn) return {};
  const { hint, problem } = idsOf(turn);
  return {
    ...KEYS[question.input],
    'aria-label': question.ask,
    'aria-describedby': `message-limit ${hint} ${problem}`,
    placeholder: say('form-answer'),
    ...(question.problem !== undefined && { 'aria-invalid': true }),
  };
}
