import type { ComponentType } from 'preact';

import type { AssistantTurn } from './chat/turn';

/** What is of use only in a conversation: loaded when one begins. Without these parts the chat works as well. */
export interface LaterParts {
  /** Asks below an answer whether it helped. */
  readonly Feedback: ComponentType<FeedbackProps>;
}

export interface FeedbackProps {
  readonly turn: AssistantTurn;
  /** Whether nothing was said after it. */
  readonly isLast: boolean;
}
