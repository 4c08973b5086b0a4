import type { WidgetDriver } from './browser';
import { focusedIn } from './focused-in';

/** Longer than any way through the panel. */
const MOST_STOPS = 60;

/** Moves the focus, as the tabulator does, until it is on what begins so. */
export async function tabTo(widget: WidgetDriver, start: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if ((await focusedIn(widget)).startsWith(start)) return;
    await widget.page.keyboard.press('Tab');
  }
  throw new Error(`the tabulator does not lead to "${start}"`);
}
