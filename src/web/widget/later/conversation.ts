import type { ConversationParts } from '../conversation-parts';
import type { PanelLibrary } from '../panel-library';
import { boxFor } from './box-for';
import { Feedback } from './feedback';
import feedback from './feedback.css';
import { FormCard } from './form-card';
import forms from './forms.css';
import { takeLibrary } from './library';
import receipt from './receipt.css';

/** What is of use only in a conversation, and so is loaded when one begins. */
export function createPart(library: PanelLibrary): ConversationParts {
  takeLibrary(library, feedback, forms, receipt);
  return { Feedback, FormCard, boxFor };
}
