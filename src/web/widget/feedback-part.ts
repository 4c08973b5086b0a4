import type { ComponentType } from 'preact';

import type { AssistantTurn } from './chat/turn';

export interface FeedbackProps {
  readonly turn: AssistantTurn;
  /** Whether nothing was said after it. */
  readonly isLast: boolean;
}

/** Asks below an answer whether it helped. */
export type FeedbackPart = ComponentType<FeedbackProps>;
