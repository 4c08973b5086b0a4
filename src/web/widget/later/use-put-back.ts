import type { FormQuestion } from '../../../replies/form-part';
import type { Turn } from '../chat/turn';
import type { AssistantTurn } from '../chat/turn';
import { library } from './library';

/**
 * Puts into the text box what is to be put right: the words that had a problem, or the answer that is to be changed. It is
 * taken out again, unless the person has touched it, when the question is over.
 */
export function usePutBack(turn: AssistantTurn, form: FormQuestion, answer: string | undefined): void {
  const { chat } = library.usePanel();
  library.useEffect(() => {
    const { draft, turns } = chat.store.state();
    const words = wordsFor(form, turns.slice(0, turns.indexOf(turn)));
    if (answer !== undefined || words === undefined || draft !== '') return undefined;
    chat.draft(words);
    return () => {
      if (chat.store.state().draft === words) chat.draft('');
    };
  }, [answer]);
}

function wordsFor({ problem, input, answer }: FormQuestion, before: readonly Turn[]): string | undefined {
  if (problem === undefined) return input === 'choice' ? undefined : answer;
  const own = before.filter((turn) => turn.by === 'me').at(-1);
  return own?.text;
}
