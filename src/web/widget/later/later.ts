import type { LaterParts } from '../later-parts';
import type { PanelLibrary } from '../panel-library';
import { Feedback } from './feedback';
import feedback from './feedback.css';
import { takeLibrary } from './library';

/** @returns the parts, ready to be drawn by the panel */
export function createLaterParts(library: PanelLibrary): LaterParts {
  takeLibrary(library);
  library.addStyles([feedback]);
  return { Feedback };
}
