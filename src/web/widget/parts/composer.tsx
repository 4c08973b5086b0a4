import { useLayoutEffect, useRef } from 'preact/hooks';

import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

/** Characters left at which the count is shown. */
const COUNT_FROM = 200;

export interface ComposerProps {
  readonly draft: string;
  /** Goes to turns that have come below what can be seen; undefined when there are none. */
  readonly jumpToNews: (() => void) | undefined;
}

/** Where the person writes. Enter sends, Shift and Enter begins a new line. */
export function Composer({ draft, jumpToNews }: ComposerProps) {
  const { chat, content } = usePanel();
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  const left = content.limits.text - draft.trim().length;
  const send = (): void => {
    box.current?.focus();
    if (left >= 0) chat.write(draft);
  };
  useLayoutEffect(() => {
    if (box.current) fit(box.current);
  }, [draft]);
  return (
    <>
      <form
        class="w-write"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {jumpToNews && <NewMessageButton onJump={jumpToNews} />}
        <label class="vh" for="message">
          {say('message')}
        </label>
        <textarea
          class="input"
          id="message"
          ref={box}
          rows={1}
          placeholder={say('message')}
          value={draft}
          aria-invalid={left < 0}
          aria-describedby="message-limit"
          enterkeyhint="send"
          onInput={(event) => chat.store.dispatch({ type: 'drafted', text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button class="btn send" type="submit" aria-label={say('send')} aria-disabled={left < 0}>
          <Icon name="send" />
        </button>
      </form>
      <Limit left={left} />
    </>
  );
}

function NewMessageButton({ onJump }: { readonly onJump: () => void }) {
  const say = useSay();
  return (
    <button type="button" class="btn quiet new" onClick={onJump}>
      {say('new-message')}
      <Icon name="down" />
    </button>
  );
}

/** How much can still be written, once that is little. */
function Limit({ left }: { readonly left: number }) {
  const say = useSay();
  return (
    <p id="message-limit" class={left < 0 ? 'w-limit error-text' : 'w-limit muted'} hidden={left > COUNT_FROM}>
      {left < 0 ? say('too-long', { count: -left }) : say('characters-left', { count: left })}
    </p>
  );
}

/** Browsers without `field-sizing` are told how many lines there are. */
function fit(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  box.rows = 1;
  while (box.rows < 5 && box.scrollHeight > box.clientHeight) box.rows += 1;
}
