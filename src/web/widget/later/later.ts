import type { LaterParts } from '../later-parts';
import type { PanelLibrary } from '../panel-library';
import { boxFor } from './box-for';
import { Feedback } from './feedback';
import feedback from './feedback.css';
import { FormCard } from './form-card';
import forms from './forms.css';
import { takeLibrary } from './library';
import receipt from './receipt.css';

/** @returns the parts, ready to be drawn by the panel */
export function createLaterParts(library: PanelLibrary): LaterParts {
  takeLibrary(library);
  library.addStyles([feedback, forms, receipt]);
  return { Feedback, FormCard, boxFor };
}
