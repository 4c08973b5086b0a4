import type { Reply } from '../../../replies/reply';

/** An activity as the desk sends it; the names are those of Direct Line. */
export interface Activity {
  readonly type: string;
  /** Missing on activities that are not stored, such as typing. */
  readonly id?: string;
  readonly timestamp?: string;
  readonly from?: { readonly role?: string };
  readonly text?: string;
  /** Of an event. */
  readonly name?: string;
  readonly value?: Feedback;
  readonly channelData?: {
    readonly reply?: Reply;
    /** The id that the sender gave it, the same however often it was sent. */
    readonly clientActivityID?: string;
    /** The question of a form that was asked last when the message was written. */
    readonly answers?: string | undefined;
    /** YYYY-MM-DD */
    readonly deletedOn?: string;
  };
}

/** What the person says of a reply, as the value of an event of the name "feedback". */
export interface Feedback {
  readonly replyToId: string;
  readonly helpful: boolean;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** Milliseconds after its end in which a token still brings a device back to its chat. */
export const RESUME_WITHIN = 86_400_000;

/** What opens one conversation to this device. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
