import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ChatState } from '../chat/chat-state';
import type { Turn } from '../chat/turn';
import { FollowedLog, type NewsBelow } from '../dom/followed-log';
import { OutgoingView } from './outgoing-view';
import { useSay } from './panel-context';
import { TurnView } from './turn-view';

export interface LogProps {
  readonly state: ChatState;
  /** Told whether there are new turns below what can be seen. */
  readonly onNewsBelow: (news: NewsBelow | undefined) => void;
}

/** The conversation. New turns are read out one by one; missed ones are only counted. */
export function Log({ state, onNewsBelow }: LogProps) {
  const say = useSay();
  const log = useRef<HTMLDivElement>(null);
  const { turns, outbox, isTyping, isQuiet, link } = state;
  const followed = useRef<FollowedLog>(undefined);
  useLayoutEffect(() => {
    if (!log.current) return undefined;
    followed.current = new FollowedLog(log.current, onNewsBelow);
    return followed.current.watch();
  }, []);
  useLayoutEffect(() => followed.current?.update(), [turns, outbox, isTyping]);
  return (
    <div
      class="w-log"
      ref={log}
      role="log"
      tabIndex={0}
      aria-label={say('conversation')}
      aria-live={isQuiet ? 'off' : 'polite'}
      aria-relevant="additions"
    >
      <ol>
        {turns.map((turn, index) => (
          <TurnView key={turn.key} turn={turn} answer={answerTo(turns, outbox, index)} />
        ))}
        {outbox.map((message) => (
          <OutgoingView key={message.id} message={message} />
        ))}
        {turns.length === 0 && <Event words={say('loading')} />}
        {link.kind === 'offline' && <Event words={say('offline-carry-on')} isSilent />}
        {isTyping && (
          <li class="msg bot" aria-hidden="true">
            <p class="who">{say('typing')}</p>
            <span class="dots">
              <i />
              <i />
              <i />
            </span>
          </li>
        )}
      </ol>
    </div>
  );
}

function Event({ words, isSilent }: { readonly words: string; readonly isSilent?: boolean }) {
  return (
    <li class="event" aria-live={isSilent ? 'off' : undefined}>
      <span>{words}</span>
    </li>
  );
}

/** What was said after a turn: its choices are then used. */
function answerTo(turns: readonly Turn[], outbox: ChatState['outbox'], index: number): string | undefined {
  const next = turns[index + 1];
  if (next) return next.by === 'me' ? next.text : '';
  return outbox.find(({ delivery }) => delivery !== 'not-sent')?.text;
}
