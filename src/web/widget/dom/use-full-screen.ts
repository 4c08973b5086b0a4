import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

import { followViewport } from './follow-viewport';
import { makePageInert } from './inert-page';

/** Where the panel covers the page, and the page cannot be used beside it. */
const FULL_SCREEN = '(max-width: 479.98px)';

/** Whether the panel covers the whole screen. As long as it does and is open, the page behind is out of reach. */
export function useFullScreen(host: HTMLElement, isOpen: boolean): boolean {
  const [isFull, setFull] = useState(() => matchMedia(FULL_SCREEN).matches);
  useEffect(() => {
    const query = matchMedia(FULL_SCREEN);
    const onChange = (): void => setFull(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  useLayoutEffect(() => {
    if (!isOpen || !isFull || !host.shadowRoot) return undefined;
    const release = makePageInert(host);
    const stop = followViewport(host.shadowRoot);
    return () => {
      release();
      stop();
    };
  }, [isOpen, isFull]);
  return isFull;
}
