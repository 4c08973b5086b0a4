import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { ChatState } from '../chat/chat-state';
import { countPresses } from '../chat/triple-press';
import { useFullScreen } from '../dom/use-full-screen';
import { Body } from './body';
import { Header } from './header';
import { LiveRegions } from './live-regions';
import { OfflineBar } from './offline-bar';
import { OptionsMenu } from './options-menu';
import { usePanel } from './panel-context';

export interface AppProps {
  readonly host: HTMLElement;
  readonly state: ChatState;
}

/** The panel: its frame, whatever is in it now, and the keys that work everywhere in it. */
export function App({ host, state }: AppProps) {
  const { content } = usePanel();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { isOpen, view, link } = state;
  const isFull = useFullScreen(host, isOpen);

  const closeMenu = (toOpener: boolean): void => {
    setMenuOpen(false);
    if (toOpener) opener.current?.focus();
  };
  useEscape(host, state, isMenuOpen ? () => closeMenu(true) : undefined);
  useLayoutEffect(() => {
    if (isOpen && view.kind === 'chat') heading.current?.focus();
  }, [isOpen, view.kind]);
  return (
    <div
      class="w"
      role="dialog"
      lang={content.words.language}
      dir={content.words.direction === 'rtl' ? 'rtl' : 'ltr'}
      aria-modal={isFull || undefined}
      aria-labelledby="panel-title"
      hidden={!isOpen}
    >
      <Header
        heading={heading}
        opener={opener}
        isFull={isFull}
        isMenuOpen={isMenuOpen}
        onMenu={() => (isMenuOpen ? closeMenu(true) : setMenuOpen(true))}
      />
      {isMenuOpen && <OptionsMenu hasChat={hasChat(state)} onClose={closeMenu} />}
      {link.kind === 'offline' && <OfflineBar retryAt={link.retryAt} />}
      <Body state={state} />
      <LiveRegions state={state} />
    </div>
  );
}

const hasChat = ({ view, link }: ChatState): boolean =>
  link.kind !== 'none' && (view.kind === 'chat' || view.kind === 'facts');

/** Escape closes what is on top. Pressed three times within two seconds it leaves the page, wherever the focus is. */
function useEscape(host: HTMLElement, { view }: ChatState, closeTop: (() => void) | undefined): void {
  const { chat, hide } = usePanel();
  const isThird = useRef(countPresses(() => Date.now()));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return;
      event.stopPropagation();
      if (isThird.current()) chat.leave();
      else if (event.defaultPrevented) return;
      else if (closeTop) closeTop();
      else if (view.kind === 'facts') chat.look({ kind: 'chat' });
      else if (view.kind === 'confirm-delete') chat.look({ kind: 'ended' });
      else if (chat.store.state().isOpen) hide();
    };
    host.addEventListener('keydown', onKey);
    return () => host.removeEventListener('keydown', onKey);
  }, [view.kind, closeTop]);
}
