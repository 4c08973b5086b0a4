import type { VNode } from 'preact';

import type { Chat } from './chat/chat';

/**
 * Looks for private numbers in words that are about to be sent.
 *
 * @param show shows a warning instead of the text box, or the box again
 * @returns whether it has: the words are not to be sent then
 */
export type CheckPart = (chat: Chat, draft: string, show: (warning: VNode | undefined) => void) => boolean;
