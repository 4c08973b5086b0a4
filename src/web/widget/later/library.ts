import type { PanelLibrary } from '../panel-library';

/** What the panel has handed over: a Preact of its own would be heavy, and could not draw inside the panel's. */
export let library: PanelLibrary;
/** What JSX becomes here: the build puts it into every file of this folder. */
export let h: PanelLibrary['h'];

/** Takes what the panel hands over. Done again, it adds the style sheets only once. */
export function takeLibrary(given: PanelLibrary, ...sheets: readonly string[]): void {
  if (h !== given.h) sheets.forEach((css) => given.addStyles(css));
  library = given;
  h = given.h;
}
