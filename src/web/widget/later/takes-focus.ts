import type { Reply } from '../../../replies/reply';
import type { ChatState } from '../chat/chat-state';
import type { AssistantTurn, Turn } from '../chat/turn';

/**
 * Whether a turn that has just come gets the focus, as a new page does: after a press, and where an answer was changed.
 * Who writes goes on writing, and hears it from the log.
 */
export function takesFocus({ isOpen, isQuiet, turns, draft }: ChatState, turn: AssistantTurn): boolean {
  if (!isOpen || isQuiet) return false;
  if (hasChanged(turn)) return draft === '';
  if (isBelowHelp(turns.slice(0, turns.indexOf(turn)))) return false;
  return wasPressed(turns.slice(0, turns.indexOf(turn))) && !isWriting();
}

const hasChanged = ({ reply }: AssistantTurn): boolean =>
  reply?.form?.kind === 'summary' && reply.form.rows.some(({ isNew }) => isNew);

/** Whoever is shown numbers to call is not led on to a question. */
function isBelowHelp(turns: readonly Turn[]): boolean {
  const last = turns.map(({ by }) => by).lastIndexOf('me');
  return turns.slice(last + 1).some((turn) => turn.by === 'assistant' && turn.reply?.kind === 'urgent');
}

/** Whether the person's last words are those of a button. */
function wasPressed(turns: readonly Turn[]): boolean {
  const [words, ...before] = turns.filter(({ by }) => by !== 'event').reverse();
  if (words?.by !== 'me') return words !== undefined && wasPressed(turns.slice(0, turns.indexOf(words)));
  const asked = before.find((turn) => turn.by === 'assistant');
  return titlesIn(asked?.reply).includes(words.text);
}

function titlesIn(reply: Reply | undefined): readonly (string | undefined)[] {
  const rows = reply?.form?.kind === 'summary' ? reply.form.rows : [];
  return [...(reply?.choices.map(({ title }) => title) ?? []), ...rows.map(({ change }) => change)];
}

const isWriting = (): boolean => document.activeElement?.shadowRoot?.activeElement?.localName === 'textarea';
