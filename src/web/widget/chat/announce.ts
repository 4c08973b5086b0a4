import type { Alert, ChatState, Status } from './chat-state';

export function said(state: ChatState, what: Status): ChatState {
  return { ...state, status: { number: (state.status?.number ?? 0) + 1, what } };
}

export function alerted(state: ChatState, what: Alert): ChatState {
  return { ...state, alert: { number: (state.alert?.number ?? 0) + 1, what } };
}
