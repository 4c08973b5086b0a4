import type { RefObject } from 'preact';

import { Button } from './button';
import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

export interface HeaderProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly isFull: boolean;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
}

/** Who speaks here, and the way out. "Leave this page quickly" comes before every other control. */
export function Header({ heading, opener, isFull, isMenuOpen, onMenu }: HeaderProps) {
  const { chat, content, mark, hide } = usePanel();
  const say = useSay();
  return (
    <>
      <div class="w-head">
        <span class="mark" dangerouslySetInnerHTML={{ __html: mark }} />
        <div>
          <h2 id="panel-title" tabIndex={-1} ref={heading} aria-describedby="panel-about panel-opening">
            {say('title')}
          </h2>
          <p id="panel-about">{say('subtitle')}</p>
          <span id="panel-opening" hidden>
            {[content.welcome.heading, content.welcome.paragraphs[0]].join('. ')}
          </span>
        </div>
      </div>
      <div class="w-safe">
        <Button look="leave" icon="exit" words={say('leave')} onPress={() => chat.leave()} />
        <p>{say('emergency')}</p>
      </div>
      <div class="w-tools">
        <button
          type="button"
          class="icon-btn"
          ref={opener}
          aria-label={say('options')}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={onMenu}
        >
          <Icon name="more" />
        </button>
        <button type="button" class="icon-btn" aria-label={say(isFull ? 'close-panel' : 'minimise')} onClick={hide}>
          <Icon name={isFull ? 'close' : 'down'} />
        </button>
      </div>
    </>
  );
}
