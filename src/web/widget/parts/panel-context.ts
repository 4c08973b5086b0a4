import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Chat } from '../chat/chat';
import type { CheckPart } from '../check-part';
import type { ConversationParts } from '../conversation-parts';
import type { PanelContent } from '../panel-content';
import { fillBlanks } from './fill-blanks';
import type { Say } from './say';

export interface PanelContext {
  readonly chat: Chat;
  readonly content: PanelContent;
  /** The sign of the assistant, as SVG. */
  readonly mark: string;
  /** Closes the panel; the chat stays. */
  readonly hide: () => void;
  /** Missing until it is loaded, and where that fails. */
  readonly conversation?: ConversationParts | undefined;
  readonly check?: CheckPart | undefined;
}

export const PanelContextValue = createContext<PanelContext | undefined>(undefined);

export function usePanel(): PanelContext {
  const context = useContext(PanelContextValue);
  if (!context) throw new Error('outside the panel');
  return context;
}

/** The texts of the panel, with their blanks filled in. */
export function useSay(): Say {
  const { words } = usePanel().content;
  return (name, blanks) => fillBlanks(words[name], blanks);
}

/** The language of the panel, for dates and times. */
export function useLocale(): string {
  return usePanel().content.words.language;
}
