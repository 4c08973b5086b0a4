import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { Icon, type IconName } from './icon';
import { usePanel, useSay } from './panel-context';

export interface OptionsMenuProps {
  /** Whether there is a chat to download or end. */
  readonly hasChat: boolean;
  /** @param toOpener whether the focus goes back to the button that opened it */
  readonly onClose: (toOpener: boolean) => void;
}

/** What can be done with the chat. Arrows move, Home and End jump, Escape closes. */
export function OptionsMenu({ hasChat, onClose }: OptionsMenuProps) {
  const { chat } = usePanel();
  const say = useSay();
  const menu = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => itemsOf(menu.current)[0]?.focus(), []);
  usePressOutside(menu, () => onClose(false));
  const choose = (action: () => void) => () => {
    onClose(true);
    action();
  };
  return (
    <ul
      class="menu"
      role="menu"
      aria-label={say('options')}
      ref={menu}
      onKeyDown={(event) => onKey(event, menu.current, onClose)}
    >
      <Item icon="exit" words={say('leave')} about={say('leave-about')} onChoose={() => chat.leave()} />
      {hasChat && (
        <>
          <Item
            icon="download"
            words={say('menu-download')}
            isNewGroup
            onChoose={choose(() => void chat.download('text'))}
          />
          <Item icon="file" words={say('menu-download-data')} onChoose={choose(() => void chat.download('json'))} />
        </>
      )}
      <Item
        icon="info"
        words={say('menu-who')}
        isNewGroup={!hasChat}
        onChoose={choose(() => chat.look({ kind: 'facts' }))}
      />
      {hasChat && <Item icon="close" words={say('menu-end')} isNewGroup onChoose={choose(() => void chat.end())} />}
    </ul>
  );
}

function usePressOutside(menu: RefObject<HTMLElement | null>, onOutside: () => void): void {
  useEffect(() => {
    const onPress = (event: Event): void => {
      const isInside = event
        .composedPath()
        .some((node) => node === menu.current || (node instanceof Element && node.matches('[aria-haspopup]')));
      if (!isInside) onOutside();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
}

interface ItemProps {
  readonly icon: IconName;
  readonly words: string;
  readonly about?: string;
  readonly isNewGroup?: boolean;
  readonly onChoose: () => void;
}

function Item({ icon, words, about, isNewGroup, onChoose }: ItemProps) {
  return (
    <li role="none" class={isNewGroup ? 'sep' : undefined}>
      <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
        <Icon name={icon} />
        {about === undefined ? (
          <span>{words}</span>
        ) : (
          <span>
            <b>{words}</b>
            <small>{about}</small>
          </span>
        )}
      </button>
    </li>
  );
}

const itemsOf = (menu: HTMLUListElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

function onKey(event: KeyboardEvent, menu: HTMLUListElement | null, onClose: (toOpener: boolean) => void): void {
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item.matches(':focus'));
  const next: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = next[event.key];
  if (target !== undefined) {
    event.preventDefault();
    items[target]?.focus();
  }
  if (event.key === 'Tab') onClose(true);
}
