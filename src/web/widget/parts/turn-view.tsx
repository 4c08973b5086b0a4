import type { AssistantTurn, OwnTurn, Turn } from '../chat/turn';
import { sayTime } from '../chat/dates';
import { useLocale, usePanel, useSay } from './panel-context';
import { ReplyView } from './reply-view';

export interface TurnViewProps {
  readonly turn: Turn;
  /** What the person said after it. */
  readonly answer: string | undefined;
}

interface SaidProps extends TurnViewProps {
  readonly turn: AssistantTurn;
}

export function TurnView({ turn, answer }: TurnViewProps) {
  const say = useSay();
  if (turn.by === 'me') return <OwnTurnView turn={turn} />;
  if (turn.by === 'event') {
    return (
      <li class="event">
        <span>{say(`event-${turn.event}`)}</span>
      </li>
    );
  }
  return (
    <li class="msg bot" data-turn={turn.key}>
      {turn.reply?.kind !== 'welcome' && (
        <p class="who">
          {say('assistant')}
          <span class="vh">:</span>
        </p>
      )}
      <Said turn={turn} answer={answer} />
    </li>
  );
}

function Said({ turn, answer }: SaidProps) {
  const { conversation } = usePanel();
  const { reply, text } = turn;
  if (!reply) return <p>{text}</p>;
  if (conversation && reply.form) return <conversation.FormCard turn={turn} form={reply.form} answer={answer} />;
  return (
    <ReplyView reply={reply} answer={answer}>
      {conversation && <conversation.Feedback turn={turn} isLast={answer === undefined} />}
    </ReplyView>
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
