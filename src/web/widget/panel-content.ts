import type { Reply } from '../../replies/reply';
import type { WidgetWords } from '../widget-word-names';

/** What the desk says in words.json: all that the panel shows before it is told anything else. */
export interface PanelContent {
  readonly words: WidgetWords;
  readonly welcome: Reply;
  /** Where "Leave this page quickly" goes. */
  readonly leaveUrl: string;
  readonly noticeUrl: string;
  /** @property text characters of one message */
  readonly limits: { readonly text: number };
}
