import type { TurnContext } from 'botbuilder';

import type { Said } from '../src/forms/last-step';

/** The message, and the question of a form that it answers, where the client says which one it shows. */
export function saidBy({ activity: { text, channelData } }: TurnContext): Said {
  const { answers } = (channelData ?? {}) as { readonly answers?: unknown };
  return { text, ...(typeof answers === 'string' && { answers }) };
}
