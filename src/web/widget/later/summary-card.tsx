import type { FormSummary, SummaryRow } from '../../../replies/form-part';
import type { CardProps } from './card-props';
import { buttonFor, FormButton, WaysOut } from './form-button';
import { idsOf } from './form-ids';
import { library } from './library';

/** Everything that was told, each line with a way to change it. Only "Send" sends it. */
export function SummaryCard({ turn, form, onPress }: CardProps<FormSummary>) {
  const say = library.useSay();
  const { notes, heading } = idsOf(turn);
  return (
    <div class="step">
      <div class="step-head" aria-live="off">
        <FormButton button={buttonFor('back', form.buttons)} look="plain" onPress={onPress} />
        <span>{say('form-last-step')}</span>
      </div>
      <h3 id={heading} tabIndex={-1} aria-describedby={notes}>
        {form.heading}
      </h3>
      <div aria-live="off">
        <dl class="answers">
          {form.rows.map((row) => (
            <Row key={row.label} row={row} onPress={onPress} />
          ))}
        </dl>
        <FormButton button={buttonFor('send', form.buttons)} look="wide" onPress={onPress} />
        <WaysOut buttons={form.buttons} onPress={onPress} />
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: SummaryRow;
  readonly onPress: (words: string) => void;
}

function Row({ row: { label, answer, change, isNew }, onPress }: RowProps) {
  const say = library.useSay();
  return (
    <div class={isNew && 'new-row'} tabIndex={isNew && -1}>
      <dt>
        {label} {isNew && <b class="tag">{say('form-changed')}</b>}
      </dt>
      <dd>{answer}</dd>
      {change !== undefined && (
        <dd class="change">
          <button type="button" class="btn plain" aria-label={change} onClick={() => onPress(change)}>
            {say('form-change')}
          </button>
        </dd>
      )}
    </div>
  );
}
