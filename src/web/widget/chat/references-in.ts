import type { Turn } from './turn';

/** The references of the requests that forms of the chat were about, each once. */
export function referencesIn(turns: readonly Turn[]): readonly string[] {
  return [...new Set(turns.flatMap((turn) => (turn.by === 'assistant' && turn.reply?.form?.references) || []))];
}
