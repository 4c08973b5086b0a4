import type { RefObject } from 'preact';

import { library } from './library';

/**
 * Gives a card the focus when it comes, if it is to have it: its changed row, or its heading. When its buttons go away
 * under the focus, the conversation gets it, rather than the page.
 *
 * @returns for the card's element
 */
export function useFocus(hasFocus: boolean, isPast: boolean): RefObject<HTMLDivElement | null> {
  const card = library.useRef<HTMLDivElement>(null);
  const isLosing = isPast && hasFocusIn(card.current);
  library.useLayoutEffect(() => {
    if (isLosing) card.current?.closest<HTMLElement>('[role=log]')?.focus({ preventScroll: true });
  }, [isPast]);
  library.useLayoutEffect(() => {
    if (!hasFocus) return;
    const row = card.current?.querySelector<HTMLElement>('.new-row');
    // The log is scrolled to the card's first line; a row further down is then scrolled to.
    if (row) queueMicrotask(() => row.focus());
    else card.current?.querySelector('h3')?.focus({ preventScroll: true });
  }, []);
  return card;
}

function hasFocusIn(element: HTMLElement | null): boolean {
  const focused = (element?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  return focused !== undefined && (element?.contains(focused) ?? false);
}
