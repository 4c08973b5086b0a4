import type { ComponentType, TextareaHTMLAttributes } from 'preact';

import type { FormPart } from '../../replies/form-part';
import type { ChatState } from './chat/chat-state';
import type { AssistantTurn } from './chat/turn';
import type { Say } from './parts/say';

/** What is of use only in a conversation: loaded when one begins. Without these parts the chat works as well. */
export interface ConversationParts {
  /** Asks below an answer whether it helped. */
  readonly Feedback: ComponentType<FeedbackProps>;
  /** Shows where a form stands. */
  readonly FormCard: ComponentType<FormCardProps>;
  /** What the text box is like while a question of a form is asked. */
  readonly boxFor: (state: ChatState, say: Say) => TextareaHTMLAttributes;
}

export interface FeedbackProps {
  readonly turn: AssistantTurn;
  /** Whether nothing was said after it. */
  readonly isLast: boolean;
}

export interface FormCardProps {
  readonly turn: AssistantTurn;
  readonly form: FormPart;
  /** What the person said after it; undefined as long as nothing was said. */
  readonly answer: string | undefined;
}
