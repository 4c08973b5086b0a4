import type { FormQuestion } from '../../../replies/form-part';
import type { CardProps } from './card-props';
import { buttonFor, FormButton, WaysOut } from './form-button';
import { idsOf } from './form-ids';
import { library } from './library';
import { usePutBack } from './use-put-back';
import { WithReferences } from './with-references';

/** One question. An option is an answer at one press; words are written in the text box below, as always. */
export function QuestionCard({ turn, form, answer, onPress }: CardProps<FormQuestion>) {
  const say = library.useSay();
  const ids = idsOf(turn);
  const { problem, saved, references, buttons } = form;
  usePutBack(turn, form, answer);
  return (
    <div class="step">
      <Head form={form} onPress={onPress} />
      {/* Of a question with a problem only the problem is read out: the question has just been. */}
      <div aria-live={problem === undefined ? undefined : 'off'}>
        <h3 id={ids.heading} tabIndex={-1} aria-describedby={`${ids.notes} ${ids.hint} ${ids.problem}`}>
          <span class="vh">{form.position}. </span>
          {form.ask}
        </h3>
        {form.hint !== undefined && (
          <p class="hint" id={ids.hint}>
            {form.hint}
          </p>
        )}
      </div>
      {problem !== undefined && (
        <p class="error-text" id={ids.problem}>
          <span class="vh">{say('form-error')} </span>
          {problem}
        </p>
      )}
      <Options turn={turn} form={form} answer={answer} onPress={onPress} />
      <div aria-live="off">
        <p class="saved">
          <library.Icon name="check" />
          <WithReferences text={saved} references={references} />
        </p>
        <WaysOut buttons={buttons} onPress={onPress} />
      </div>
    </div>
  );
}

/** The way back, and how far it is. The heading says the latter, too, for those who do not see this. */
function Head({ form, onPress }: Pick<CardProps<FormQuestion>, 'form' | 'onPress'>) {
  const { buttons, position, number, of } = form;
  return (
    <div aria-live="off">
      <div class="step-head">
        <FormButton button={buttonFor('back', buttons)} look="plain" onPress={onPress} />
        <span aria-hidden="true">{position}</span>
      </div>
      <div class="bars" aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          <i key={at} class={at < number ? 'on' : undefined} />
        ))}
      </div>
    </div>
  );
}

function Options({ turn, form, answer, onPress }: CardProps<FormQuestion>) {
  const say = library.useSay();
  const { options } = form;
  if (options.length === 0) return null;
  const chosen = answer ?? form.answer;
  return (
    <ul class="choices" aria-labelledby={idsOf(turn).heading} aria-live="off">
      {options.map(({ title, note }) => (
        <li key={title}>
          <button type="button" class={title === chosen ? 'choice on' : 'choice'} onClick={() => onPress(title)}>
            <span>
              {title}
              {note !== undefined && <small>{note}</small>}
              {title === chosen && <span class="vh"> {say('chosen')}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
