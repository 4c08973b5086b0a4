import type { Choice } from '../../../replies/reply';
import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

export interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly label: string;
  /** `two` stands in two columns; `inside` belongs to the turn rather than following it. */
  readonly shape?: 'two' | 'inside';
  /** What the person said after it; undefined as long as the choice is open. */
  readonly answer: string | undefined;
}

/**
 * Answers to press. Once something was said they are marked as used but keep the focus that they may have, so that
 * nobody who uses a keyboard is thrown back to the start of the page.
 */
export function ChoiceList({ choices, label, shape, answer }: ChoiceListProps) {
  const { chat } = usePanel();
  if (choices.length === 0) return null;
  const isUsed = answer !== undefined;
  return (
    <ul class={`chips ${shape ?? ''}`} aria-label={label} aria-live="off">
      {choices.map((choice) => (
        <li key={choice.title}>
          <button
            type="button"
            class={classOf(choice, choice.title === answer)}
            {...(isUsed && { 'aria-disabled': true, tabIndex: -1 })}
            onClick={() => {
              if (!isUsed) chat.write(choice.title);
            }}
          >
            <span>
              {choice.title}
              {choice.note !== undefined && <small>{choice.note}</small>}
            </span>
            <ChoiceMark choice={choice} isChosen={choice.title === answer} isPlain={shape === 'two' || isUsed} />
          </button>
        </li>
      ))}
    </ul>
  );
}

const classOf = (choice: Choice, isChosen: boolean): string =>
  `chip${choice.isNone ? ' none' : ''}${isChosen ? ' chosen' : ''}`;

interface ChoiceMarkProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly isPlain: boolean;
}

function ChoiceMark({ choice, isChosen, isPlain }: ChoiceMarkProps) {
  const say = useSay();
  if (isChosen) {
    return (
      <>
        <span class="vh">{say('chosen')}</span>
        <Icon name="check" />
      </>
    );
  }
  return choice.isNone || isPlain ? null : <Icon name="next" />;
}
