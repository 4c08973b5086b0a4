import type { Collection } from '../shared/document-store';

/** One activity of a conversation, as it was said. Entries are added and, in the end, deleted; never changed. */
export interface Entry {
  readonly conversationId: string;
  /** 1, 2, 3 ... without gaps in each conversation. It is also the Direct Line watermark. */
  readonly sequence: number;
  /** What makes a repeated delivery recognisable as the same entry; unique in the conversation. */
  readonly key: string;
  readonly at: string;
  readonly author: 'tenant' | 'assistant';
  /** `staff`: said while a member of staff had taken over, by whomever. Without it, it was said with the assistant. */
  readonly part?: Part;
  /** The Bot Framework activity, without what follows from the fields above and from the conversation. */
  readonly activity: EntryActivity;
}

export type Part = 'bot' | 'staff';

export interface EntryActivity {
  readonly type: string;
  readonly text?: string;
  readonly [field: string]: unknown;
}

/** Keyed by activity id. */
export const ENTRIES: Collection<Entry> = {
  name: 'entries',
  indexes: [
    { name: 'by-sequence', fields: ['conversationId', 'sequence'], unique: true },
    { name: 'by-key', fields: ['conversationId', 'key'], unique: true },
  ],
  personal: ['activity'],
};

/** The id under which an entry is known to channels: `conversation|0000007`, as Direct Line writes it. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}

/** The place in its conversation of an activity id; 0 for an id of another form. */
export function sequenceOf(activityId: string): number {
  const sequence = Number(/\|(\d{7,15})$/.exec(activityId)?.[1] ?? 0);
  return Number.isSafeInteger(sequence) ? sequence : 0;
}
