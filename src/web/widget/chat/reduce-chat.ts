import { alerted, said } from './announce';
import { initialState, type ChatAction, type ChatState, type Outgoing } from './chat-state';
import type { Link } from './link';
import { openQuestion } from './open-question';
import { receive } from './receive';
import type { ChatEvent, Turn } from './turn';

type Handlers = {
  readonly [T in ChatAction['type']]: (state: ChatState, action: Extract<ChatAction, { type: T }>) => ChatState;
};

const HANDLERS: Handlers = {
  opened: (state) => ({ ...state, isOpen: true, unread: 0 }),
  closed: (state) => ({ ...state, isOpen: false }),
  showed: (state, { view }) => ({ ...state, view }),
  drafted: (state, { text }) => ({ ...state, draft: text }),
  queued: (state, { id, text }) => ({ ...state, draft: '', outbox: [...state.outbox, { id, text, ...first(state) }] }),
  delivered: (state, { id, delivery }) => ({
    ...state,
    outbox: state.outbox.map((message) => (message.id === id ? { ...message, delivery } : message)),
  }),
  'held-back': (state) => ({
    ...state,
    outbox: state.outbox.map((message) =>
      message.delivery === 'sending' ? { ...message, delivery: 'waiting' } : message,
    ),
  }),
  discarded: (state, { id }) => ({ ...state, outbox: state.outbox.filter((message) => message.id !== id) }),
  received: (state, { activities, isMissed }) => receive(state, activities, isMissed),
  settled: (state) => ({ ...state, isQuiet: false }),
  'typing-over': (state) => ({ ...state, isTyping: false }),
  linked: (state, { link }) => linked(state, link),
  lost: (state, { reason, welcome }) => lost(state, reason, welcome),
  'began-again': (state, { welcome, event }) => beganAgain(state, welcome, event),
  emptied: (state) => ({ ...state, turns: [], view: { kind: 'chat' } }),
  said: (state, { status }) => said(state, status),
  alerted: (state, { alert }) => alerted(state, alert),
};

/** The next state of the chat. Pure: time, ids and the desk come in as actions. */
export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  const handle = HANDLERS[action.type] as (state: ChatState, action: ChatAction) => ChatState;
  return handle(state, action);
}

/** A message that is written without a connection waits; nobody is told that it failed. */
const first = ({ link, turns }: ChatState): Pick<Outgoing, 'answers' | 'delivery'> => ({
  answers: openQuestion(turns)?.question,
  delivery: link.kind === 'offline' ? 'waiting' : 'sending',
});

function linked(state: ChatState, link: Link): ChatState {
  const wasOffline = state.link.kind === 'offline';
  const next = { ...state, link, isTyping: state.isTyping && link.kind === 'online' };
  if (link.kind === 'offline' && !wasOffline) return said(next, { kind: 'offline' });
  if (link.kind !== 'online') return next;
  return wasOffline ? { ...said(next, { kind: 'online', missed: state.missed }), missed: 0 } : { ...next, missed: 0 };
}

/** The conversation is over, though nobody ended it. What was not stored goes back to where it can be sent again. */
function lost(state: ChatState, reason: ChatEvent, welcome: Turn): ChatState {
  const unsent = state.outbox.filter(({ delivery }) => delivery !== 'sent').map(({ text }) => text);
  const draft = [...unsent, state.draft].filter((text) => text !== '').join('\n');
  const event: Turn = { by: 'event', key: `event-${reason}-${state.turns.length}`, event: reason };
  // What was deleted is not left on the screen; what has only grown old is.
  const isKept = reason !== 'gone' && state.turns.some((turn) => turn.by === 'me');
  const turns = isKept ? [...state.turns, event] : [event, welcome];
  return { ...state, view: { kind: 'chat' }, turns, outbox: [], draft, isTyping: false, deletedOn: undefined };
}

function beganAgain(state: ChatState, welcome: Turn, event: ChatEvent | undefined): ChatState {
  const turns: Turn[] = [...(event ? [{ by: 'event' as const, key: `event-${event}`, event }] : []), welcome];
  return { ...initialState(turns), isOpen: state.isOpen, draft: state.draft, status: state.status, alert: state.alert };
}
