import type { AssistantTurn } from '../chat/turn';
import type { FeedbackPart, FeedbackProps, PanelLibrary } from '../panel-library';
import css from './feedback.css';
import { library, takeLibrary } from './library';

/** @returns the part, ready to be drawn by the panel */
export function createFeedback(given: PanelLibrary): FeedbackPart {
  takeLibrary(given);
  given.addStyles(css);
  return Feedback;
}

/**
 * Asks below the last answer whether it helped. What was said of an older answer stays with it, so that a keyboard's
 * focus on the button is not lost when the desk goes on.
 */
function Feedback({ turn, isLast }: FeedbackProps) {
  const { chat } = library.usePanel();
  const [press, setPress] = library.useState<Press>({ kind: 'none' });
  const { id } = turn;
  if (id === undefined || !canBeRated(turn)) return null;
  const helpful = press.kind === 'sending' ? press.helpful : chat.store.state().rated[id];
  if (helpful === undefined && !isLast) return null;

  const rate = async (pressed: boolean): Promise<void> => {
    setPress({ kind: 'sending', helpful: pressed });
    const isHeard = await chat.tell({ type: 'event', name: 'feedback', value: { replyToId: id, helpful: pressed } });
    setPress({ kind: isHeard ? 'none' : 'failed' });
    if (!isHeard) chat.store.dispatch({ type: 'said', status: { kind: 'feedback-failed' } });
    else if (pressed) chat.store.dispatch({ type: 'said', status: { kind: 'feedback-thanks' } });
  };
  return <Question helpful={helpful} hasFailed={press.kind === 'failed'} onPress={(pressed) => void rate(pressed)} />;
}

type Press =
  | { readonly kind: 'none' | 'failed' }
  /** The desk has not shown it back yet. */
  | { readonly kind: 'sending'; readonly helpful: boolean };

const canBeRated = ({ reply }: AssistantTurn): boolean => reply?.kind === 'answer' || reply?.kind === 'decline';

interface QuestionProps {
  /** What the person has said; undefined as long as it can be said. */
  readonly helpful: boolean | undefined;
  readonly hasFailed: boolean;
  readonly onPress: (helpful: boolean) => void;
}

/** Silent in the log: the answer above is what is read out. */
function Question({ helpful, hasFailed, onPress }: QuestionProps) {
  const say = library.useSay();
  const question = say('feedback-question');
  return (
    <div class="helpful" role="group" aria-label={question} aria-live="off">
      <span>{question}</span>
      {[true, false].map((means) => (
        <button
          key={means}
          type="button"
          aria-label={say(means ? 'feedback-yes-label' : 'feedback-no-label')}
          aria-pressed={helpful === means}
          {...(helpful !== undefined && { 'aria-disabled': true, tabIndex: -1 })}
          onClick={() => {
            if (helpful === undefined) onPress(means);
          }}
        >
          {helpful === means && <library.Icon name="check" />}
          {say(means ? 'feedback-yes' : 'feedback-no')}
        </button>
      ))}
      {helpful && <span>{say('feedback-thanks')}</span>}
      {hasFailed && helpful === undefined && <span class="error-text">{say('feedback-failed')}</span>}
    </div>
  );
}
