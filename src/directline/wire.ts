import { londonDay } from '../shared/london-day';
import { activityId, type Entry } from '../transcript/entry';

/** An activity as clients see it. */
export type WireActivity = Readonly<Record<string, unknown>>;

/** A page of a conversation, as GET activities and the stream give it. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  /** How much of the conversation the client has seen with this set; it gives it back to go on from there. */
  readonly watermark?: string;
}

export const CHANNEL_ID = 'directline';
export const ASSISTANT = { id: 'assistant', role: 'bot' } as const;

/**
 * An entry with the fields that follow from where it stands.
 *
 * @param deletedAt when the chat will be gone if this is its last message; clients are told the day in London
 */
export function toWire(entry: Entry, userId: string, deletedAt: Date): WireActivity {
  const { conversationId, sequence, at, author, activity } = entry;
  return {
    ...activity,
    id: activityId(conversationId, sequence),
    timestamp: at,
    channelId: CHANNEL_ID,
    conversation: { id: conversationId },
    from: author === 'tenant' ? { id: userId, role: 'user' } : ASSISTANT,
    channelData: { ...(activity.channelData as object | undefined), deletedOn: londonDay(deletedAt) },
  };
}

/**
 * The sequence that a watermark stands for: 0, the start of the conversation, for none.
 *
 * @returns undefined for one that was not ours
 */
export function readWatermark(watermark: string | undefined): number | undefined {
  if (watermark === undefined || watermark === '') return 0;
  return /^\d{1,15}$/.test(watermark) ? Number(watermark) : undefined;
}
