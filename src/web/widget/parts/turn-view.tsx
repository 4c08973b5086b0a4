import type { OwnTurn, Turn } from '../chat/turn';
import { sayTime } from '../chat/dates';
import { useLocale, usePanel, useSay } from './panel-context';
import { ReplyView } from './reply-view';

export interface TurnViewProps {
  readonly turn: Turn;
  /** What the person said after it. */
  readonly answer: string | undefined;
}

export function TurnView({ turn, answer }: TurnViewProps) {
  const { later } = usePanel();
  const say = useSay();
  if (turn.by === 'me') return <OwnTurnView turn={turn} />;
  if (turn.by === 'event') {
    return (
      <li class="event">
        <span>{say(`event-${turn.event}`)}</span>
      </li>
    );
  }
  const { reply, text } = turn;
  return (
    <li class="msg bot" data-turn={turn.key}>
      {reply?.kind !== 'welcome' && (
        <p class="who">
          {say('assistant')}
          <span class="vh">:</span>
        </p>
      )}
      {reply ? (
        <ReplyView reply={reply} answer={answer}>
          {later && <later.Feedback turn={turn} isLast={answer === undefined} />}
        </ReplyView>
      ) : (
        <p>{text}</p>
      )}
    </li>
  );
}

function OwnTurnView({ turn: { text, at, key } }: { readonly turn: OwnTurn }) {
  const say = useSay();
  const locale = useLocale();
  const sent = at === undefined ? say('sent-just-now') : say('sent', { time: sayTime(new Date(at), locale) });
  return (
    <li class="msg me" data-turn={key}>
      <span class="vh said">{say('you-said')} </span>
      <span class="bubble">{text}</span>
      <span class="meta" aria-live="off">
        {sent}
      </span>
    </li>
  );
}
