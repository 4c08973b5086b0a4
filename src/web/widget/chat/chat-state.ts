import type { PrivateKind } from '../../../shared/mask-private-numbers';
import type { Activity } from './activity';
import type { Link } from './link';
import type { ChatEvent, Turn } from './turn';

/** All that the panel shows. */
export interface ChatState {
  readonly view: View;
  readonly isOpen: boolean;
  /** Turns of the desk that came while the panel was closed. */
  readonly unread: number;
  readonly turns: readonly Turn[];
  /** What the person wrote and the desk has not shown back yet, in order. */
  readonly outbox: readonly Outgoing[];
  readonly draft: string;
  /** Whether replies helped, by the id of their activity, as far as the person has said it. */
  readonly rated: Readonly<Record<string, boolean>>;
  readonly isTyping: boolean;
  readonly link: Link;
  /** The day on which the chat will be gone, YYYY-MM-DD; undefined as long as nothing is stored. */
  readonly deletedOn: string | undefined;
  /** Whether the turns that came last were missed ones: they are not read out one by one. */
  readonly isQuiet: boolean;
  /** Turns of the desk that came while we were away and have not been counted out yet. */
  readonly missed: number;
  readonly status: Announcement<Status> | undefined;
  readonly alert: Announcement<Alert> | undefined;
}

export type View =
  | { readonly kind: 'chat' }
  | { readonly kind: 'resume'; readonly lastAt: number }
  | { readonly kind: 'facts' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'confirm-delete'; readonly isBusy: boolean }
  | {
      readonly kind: 'deleted';
      /** ISO time; null while something keeps it, and nobody can open it any more. */
      readonly deletedAt: string | null;
      readonly messages: number;
      /** Of the requests that were made in the chat, and are kept. */
      readonly references: readonly string[];
    };

export interface Outgoing {
  /** Goes with every try, so that the desk stores it once only. */
  readonly id: string;
  readonly text: string;
  /** The question of a form that was asked last when it was written. */
  readonly answers: string | undefined;
  readonly delivery: 'sending' | 'waiting' | 'sent' | 'not-sent';
}

/** Said politely, after what is being read. */
export type Status =
  | { readonly kind: 'choices'; readonly count: number }
  | { readonly kind: 'online'; readonly missed: number }
  | { readonly kind: 'offline' | 'downloading' | 'feedback-thanks' | 'feedback-failed' | 'copied' | 'copy-failed' };

/** Said at once. */
export type Alert =
  | { readonly kind: 'urgent'; readonly heading: string; readonly phone: string }
  | { readonly kind: 'not-sent-alert' | 'too-many-alert' | 'download-failed' | 'delete-failed' | PrivateTitle };

/** What words that are about to be sent look like. */
export type PrivateTitle = `private-${PrivateKind | 'several'}`;

/** Numbered, so that the same words can be said twice. */
export interface Announcement<T> {
  readonly number: number;
  readonly what: T;
}

export type ChatAction =
  | { readonly type: 'opened' }
  | { readonly type: 'closed' }
  | { readonly type: 'showed'; readonly view: View }
  | { readonly type: 'drafted'; readonly text: string }
  | { readonly type: 'queued'; readonly id: string; readonly text: string }
  | { readonly type: 'delivered'; readonly id: string; readonly delivery: Outgoing['delivery'] }
  | { readonly type: 'held-back' }
  | { readonly type: 'discarded'; readonly id: string }
  | { readonly type: 'received'; readonly activities: readonly Activity[]; readonly isMissed: boolean }
  | { readonly type: 'settled' }
  | { readonly type: 'typing-over' }
  | { readonly type: 'linked'; readonly link: Link }
  | { readonly type: 'lost'; readonly reason: ChatEvent; readonly welcome: Turn }
  | { readonly type: 'began-again'; readonly welcome: Turn; readonly event?: ChatEvent }
  | { readonly type: 'emptied' }
  | { readonly type: 'said'; readonly status: Status }
  | { readonly type: 'alerted'; readonly alert: Alert };

export function initialState(turns: readonly Turn[]): ChatState {
  return {
    view: { kind: 'chat' },
    isOpen: false,
    unread: 0,
    turns,
    outbox: [],
    draft: '',
    rated: {},
    isTyping: false,
    link: { kind: 'none' },
    deletedOn: undefined,
    isQuiet: false,
    missed: 0,
    status: undefined,
    alert: undefined,
  };
}
