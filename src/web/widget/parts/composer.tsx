import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { NewsBelow } from '../dom/followed-log';
import { Button } from './button';
import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

/** Characters left at which the count is shown. */
const COUNT_FROM = 200;

export interface ComposerProps {
  readonly draft: string;
  readonly news: NewsBelow | undefined;
}

/** Where the person writes. Enter sends, Shift and Enter begins a new line. */
export function Composer({ draft, news }: ComposerProps) {
  const { chat, content, check, conversation } = usePanel();
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  const left = content.limits.text - draft.trim().length;
  const [warning, setWarning] = useState<VNode>();
  const send = (event: Event): void => {
    event.preventDefault();
    box.current?.focus();
    if (left >= 0 && !check?.(chat, draft, setWarning)) chat.write(draft);
  };
  useFit(box, draft);
  if (warning) return warning;
  return (
    <>
      <form class="w-write" onSubmit={send}>
        {news && <Button look="btn quiet new" icon="down" words={say('new-message')} onPress={() => news.show()} />}
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
          onInput={(event) => chat.draft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
          }}
          {...conversation?.boxFor(chat.store.state(), say)}
        />
        <button class="btn send" type="submit" aria-label={say('send')} aria-disabled={left < 0}>
          <Icon name="send" />
        </button>
      </form>
      <Limit left={left} />
    </>
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

/** Tells browsers without `field-sizing` how many lines there are. */
function useFit({ current: box }: RefObject<HTMLTextAreaElement | null>, draft: string): void {
  useLayoutEffect(() => {
    if (!box || CSS.supports('field-sizing', 'content')) return;
    box.rows = 1;
    while (box.rows < 5 && box.scrollHeight > box.clientHeight) box.rows += 1;
  }, [draft]);
}
