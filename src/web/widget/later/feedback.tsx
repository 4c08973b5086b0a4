import type { AssistantTurn } from '../chat/turn';
import type { FeedbackProps } from '../conversation-parts';
import { library } from './library';

/**
 * Asks below the last answer whether it helped. What was said of an older answer stays with it, so that a keyboard's
 * focus on the button is not lost when the desk goes on.
 */
export function Feedback({ turn, isLast }: FeedbackProps) {
  const { chat } = library.usePanel();
  const [press, setPress] = library.useState<Press>({ kind: 'none' });
  const { id } = turn;
  if (id === undefined || !canBeRated(turn)) return null;
  const helpful = chat.store.state().rated[id] ?? (press.kind === 'pressed' ? press.helpful : undefined);
  if (helpful === undefined && !isLast) return null;

  const rate = async (pressed: boolean): Promise<void> => {
    setPress({ kind: 'pressed', helpful: pressed });
    const isHeard = await chat.tell({ type: 'event', name: 'feedback', value: { replyToId: id, helpful: pressed } });
    if (!isHeard) setPress({ kind: 'failed' });
    if (isHeard && !pressed) return;
    chat.store.dispatch({ type: 'said', status: { kind: isHeard ? 'feedback-thanks' : 'feedback-failed' } });
  };
  return <Question helpful={helpful} hasFailed={press.kind === 'failed'} onPress={(pressed) => void rate(pressed)} />;
}

type Press =
  | { readonly kind: 'none' | 'failed' }
  /** Until the desk has shown it back. */
  | { readonly kind: 'pressed'; readonly helpful: boolean };

/** To a repair nothing was answered that could have helped. */
const canBeRated = ({ reply }: AssistantTurn): boolean =>
  reply?.kind === 'answer' || (reply?.kind === 'decline' && reply.declined?.why !== 'off_topic');

interface QuestionProps {
  /** What the person has said; undefined as long as it can be said. */
  readonly helpful: boolean | undefined;
  readonly hasFailed: boolean;
  readonly onPress: (helpful: boolean) => void;
}

/** Silent in the log: the answer above is what is read out. Words take each other's place, so that nothing jumps. */
function Question({ helpful, hasFailed, onPress }: QuestionProps) {
  const say = library.useSay();
  const isNotSent = hasFailed && helpful === undefined;
  return (
    <div class="helpful" role="group" aria-label={say('feedback-question')} aria-live="off">
      <span class={isNotSent ? 'error-text' : undefined}>
        {say(helpful ? 'feedback-thanks' : isNotSent ? 'feedback-failed' : 'feedback-question')}
      </span>
      <span class="both">
        <Answer means={true} helpful={helpful} onPress={onPress} />
        <Answer means={false} helpful={helpful} onPress={onPress} />
      </span>
    </div>
  );
}

function Answer({ means, helpful, onPress }: Omit<QuestionProps, 'hasFailed'> & { readonly means: boolean }) {
  const say = library.useSay();
  const isPressed = helpful === means;
  return (
    <button
      type="button"
      aria-label={say(means ? 'feedback-yes-label' : 'feedback-no-label')}
      aria-pressed={isPressed}
      {...(helpful !== undefined && { 'aria-disabled': true, tabIndex: -1 })}
      onClick={() => {
        if (helpful === undefined) onPress(means);
      }}
    >
      {isPressed && <library.Icon name="check" />}
      {say(means ? 'feedback-yes' : 'feedback-no')}
    </button>
  );
}
