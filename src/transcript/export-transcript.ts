import { DateTime } from 'luxon';

import { londonDay } from '../shared/london-day';
import type { Conversation } from './conversation';
import type { Entry } from './entry';
import type { ExportWords } from './load-export-words';

/**
 * The chat to read and print: one turn after the other, with the time in London and who said it.
 *
 * @param deletedAt when the chat will be gone
 */
export function transcriptAsText(deletedAt: Date, entries: readonly Entry[], words: ExportWords): string {
  const day = DateTime.fromJSDate(deletedAt, { zone: 'Europe/London' }).setLocale('en-GB');
  const head = [words.title, words.deletedOn.replace('{date}', day.toFormat('d MMMM yyyy'))];
  const turns = entries.filter(isSpoken).map((entry) => {
    const time = DateTime.fromISO(entry.at, { zone: 'Europe/London', locale: 'en-GB' }).toFormat('d MMMM yyyy, HH:mm');
    const who = entry.author === 'tenant' ? words.tenant : words.assistant;
    return `${who}, ${time}\n${entry.activity.text ?? ''}`;
  });
  return [head.join('\n'), ...turns].join('\n\n') + '\n';
}

/** The chat for another program: every activity as it is stored. */
export function transcriptAsJson(
  {
    id,
    conversation,
    deletedAt,
  }: { readonly id: string; readonly conversation: Conversation; readonly deletedAt: Date },
  entries: readonly Entry[],
): object {
  return {
    conversationId: id,
    startedAt: conversation.startedAt,
    lastMessageAt: conversation.lastMessageAt,
    deletedOn: londonDay(deletedAt),
    ...(conversation.endedAt !== undefined && { endedAt: conversation.endedAt }),
    entries: entries.map(({ sequence, at, author, activity }) => ({ sequence, at, author, activity })),
  };
}

/** Whether it is something that was said, and not an event or the end. */
export const isSpoken = ({ activity }: Entry): boolean => activity.type === 'message' && Boolean(activity.text);
