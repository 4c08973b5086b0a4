import { maskPrivateNumbers } from '../../../shared/mask-private-numbers';
import type { PrivateTitle } from '../chat/chat-state';
import type { CheckPart } from '../check-part';
import type { PanelLibrary } from '../panel-library';
import css from './check.css';
import { library, takeLibrary } from './library';

/** What looks for private numbers before a message is sent: loaded when the first one is written. */
export function createPart(given: PanelLibrary): CheckPart {
  takeLibrary(given, css);
  return (chat, draft, show) => {
    const { text, found } = maskPrivateNumbers(draft);
    const [kind] = found;
    if (!kind) return false;
    const title = `private-${found.length > 1 ? 'several' : kind}` as const;
    chat.store.dispatch({ type: 'alerted', alert: { kind: title } });
    show(<Warning text={text} title={title} onSend={() => chat.write(text)} onDone={() => show(undefined)} />);
    return true;
  };
}

interface WarningProps {
  /** The words as they would be sent. */
  readonly text: string;
  readonly title: PrivateTitle;
  readonly onSend: () => void;
  /** The text box is to be shown again. */
  readonly onDone: () => void;
}

/**
 * Shows what would be hidden. There is no "Send it as it is": the desk hides such numbers in any case, so it would not be
 * true.
 */
function Warning({ text, title, onSend, onDone }: WarningProps) {
  const say = library.useSay();
  const goBack = ({ currentTarget }: Event): void => {
    const root = (currentTarget as Element).getRootNode() as ShadowRoot;
    onDone();
    // After the panel was drawn, and before another key is heard.
    queueMicrotask(() => root.getElementById('message')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // It closes this, and not the panel.
    event.preventDefault();
    goBack(event);
  };
  const send = (event: Event): void => {
    onSend();
    goBack(event);
  };
  return (
    <div class="w-foot w-check stack" onKeyDown={onKeyDown}>
      <h3 tabIndex={-1} ref={focus} aria-describedby="check-about">
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />
        </svg>
        {say(title)}
      </h3>
      <p class="small" id="check-about">
        {say('private-about')}
      </p>
      <p class="bubble" tabIndex={0}>
        {text.split(DOTS).map((part, at) => (at % 2 ? hidden(part, say('private-hidden')) : part))}
      </p>
      <button type="button" class="btn wide" onClick={send}>
        {say('private-hide')}
      </button>
      <button type="button" class="btn plain" onClick={goBack}>
        {say('private-change')}
      </button>
    </div>
  );
}

/** Always the same function, so that the heading gets the focus only once. */
const focus = (heading: HTMLElement | null): void => heading?.focus();

/** Groups of dots, with whatever signs between them. */
const DOTS = /(•(?:[^\p{L}\p{N}\n]*•)?)/u;

/** Read out as a word, not dot by dot. */
const hidden = (dots: string, words: string) => (
  <mark>
    <span class="vh">{words}</span>
    <span aria-hidden="true">{dots}</span>
  </mark>
);
