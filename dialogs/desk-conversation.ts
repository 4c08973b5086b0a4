import type { Desk } from '../src/replies/create-desk';
import type { UnderstandingContext } from '../src/search/understanding';
import type { RecentAnswers } from './recent-answers';
import type { RightsConversation } from './rights-conversation';

/** What the dialogs talk with. */
export interface DeskConversation {
  readonly desk: Desk;
  /** The notice in force at this moment. */
  readonly contextNow: () => UnderstandingContext;
  readonly recent: RecentAnswers;
  readonly rights: RightsConversation;
  readonly now: () => Date;
}
