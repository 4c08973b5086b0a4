import type { Desk } from '../src/replies/create-desk';
import type { UnderstandingContext } from '../src/search/understanding';
import type { RecentAnswers } from './recent-answers';

/** What the dialogs talk with. */
export interface DeskConversation {
  readonly desk: Desk;
  /** The notice in force at this moment. */
  readonly contextNow: () => UnderstandingContext;
  readonly recent: RecentAnswers;
}
