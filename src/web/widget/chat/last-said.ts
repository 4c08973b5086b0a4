import type { AssistantTurn, Turn } from './turn';

/** What the desk said last, unless something happened to the chat after it. */
export function lastSaid(turns: readonly Turn[]): AssistantTurn | undefined {
  const last = turns.filter(({ by }) => by !== 'me').at(-1);
  return last?.by === 'assistant' ? last : undefined;
}
