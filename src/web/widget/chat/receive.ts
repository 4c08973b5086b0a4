import type { Reply } from '../../../replies/reply';
import type { Activity, Feedback } from './activity';
import { alerted, said } from './announce';
import type { ChatState } from './chat-state';
import { turnOf, WELCOME_KEY, type AssistantTurn, type Turn } from './turn';

/** The state after activities have come in. What has come before, by whatever way, changes nothing. */
export function receive(state: ChatState, activities: readonly Activity[], isMissed: boolean): ChatState {
  const after = activities.reduce((before, activity) => receiveOne(before, activity, isMissed), state);
  return isMissed && after.turns !== state.turns ? { ...after, isQuiet: true } : after;
}

function receiveOne(state: ChatState, activity: Activity, isMissed: boolean): ChatState {
  if (activity.type === 'typing') return activity.from?.role === 'user' ? state : { ...state, isTyping: true };
  if (activity.type === 'endOfConversation') return { ...state, view: { kind: 'ended' }, isTyping: false };
  const next = { ...state, deletedOn: activity.channelData?.deletedOn ?? state.deletedOn };
  const feedback = feedbackOf(activity);
  if (feedback) return withFeedback(next, feedback);
  const turn = turnOf(activity);
  return !turn || hasTurn(state, turn) ? state : withTurn(next, turn, isMissed);
}

const feedbackOf = ({ name, value }: Activity): Feedback | undefined => (name === 'feedback' ? value : undefined);

const withFeedback = (state: ChatState, { replyToId, helpful }: Feedback): ChatState => ({
  ...state,
  rated: { ...state.rated, [replyToId]: helpful },
});

function withTurn(state: ChatState, turn: Turn, isMissed: boolean): ChatState {
  if (turn.by === 'me') {
    const outbox = state.outbox.filter(({ id }) => id !== turn.key);
    return { ...state, turns: [...state.turns, turn], outbox };
  }
  const turns = withAssistantTurn(state.turns, turn as AssistantTurn);
  return announce({ ...state, turns, isTyping: false }, turn as AssistantTurn, isMissed);
}

const hasTurn = ({ turns }: ChatState, turn: Turn): boolean =>
  turn.by !== 'event' && turns.some((other) => other.by !== 'event' && other.id === turn.id);

/** The desk's own welcome takes the place of the one that was on screen before the first message, so nothing jumps. */
function withAssistantTurn(turns: readonly Turn[], turn: AssistantTurn): readonly Turn[] {
  const isShown = turns.some(
    (other) => other.key === WELCOME_KEY && other.by === 'assistant' && other.id === undefined,
  );
  if (turn.reply?.kind !== 'welcome' || !isShown) return [...turns, turn];
  return turns.map((other) => (other.key === WELCOME_KEY ? { ...turn, key: WELCOME_KEY } : other));
}

function announce(state: ChatState, { reply }: AssistantTurn, isMissed: boolean): ChatState {
  if (reply?.kind === 'welcome') return state;
  const counted = state.isOpen ? state : { ...state, unread: state.unread + 1 };
  if (isMissed) return { ...counted, missed: state.missed + 1 };
  return reply ? announceReply(counted, reply) : counted;
}

function announceReply(state: ChatState, { kind, heading = '', facts, choices, form }: Reply): ChatState {
  if (kind === 'urgent') {
    const phone = facts.find((fact) => fact.phone !== undefined)?.phone ?? '';
    return alerted(state, { kind: 'urgent', heading, phone });
  }
  // Of a form only the answers to its question are choices; its buttons are found below them.
  const count = form ? (form.kind === 'question' ? form.options.length : 0) : choices.length;
  return count > 0 ? said(state, { kind: 'choices', count }) : state;
}
