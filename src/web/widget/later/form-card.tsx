import type { VNode } from 'preact';

import type { FormPart } from '../../../replies/form-part';
import { lastSaid } from '../chat/last-said';
import type { FormCardProps } from '../conversation-parts';
import { CancelCard } from './cancel-card';
import type { CardProps } from './card-props';
import { idsOf } from './form-ids';
import { library } from './library';
import { QuestionCard } from './question-card';
import { ReceiptCard } from './receipt-card';
import { SummaryCard } from './summary-card';
import { takesFocus } from './takes-focus';
import { useFocus } from './use-focus';

/**
 * Where a form stands. While it is the last thing said it can be pressed; of an older one only its title is left, so that
 * nobody meets buttons that do nothing. A receipt is kept whole.
 *
 * What has the focus is read out by that; everything else by the log.
 */
export function FormCard({ turn, form, answer }: FormCardProps) {
  const { chat } = library.usePanel();
  const state = chat.store.state();
  const isPast = form.kind !== 'receipt' && lastSaid(state.turns) !== turn;
  const [hasFocus] = library.useState(() => takesFocus(state, turn));
  const card = useFocus(hasFocus, isPast);
  const onPress = (words: string): void => {
    if (answer === undefined) chat.write(words);
  };
  return (
    <div class="form" ref={card} aria-live={hasFocus || isPast ? 'off' : undefined}>
      <div id={idsOf(turn).notes}>
        {form.notes.map((text) => (
          <p key={text}>
            <library.LinkedText text={text} />
          </p>
        ))}
      </div>
      {isPast ? <p class="muted">{titleOf(form)}</p> : cardOf({ turn, form, answer, onPress })}
    </div>
  );
}

const titleOf = (form: FormPart): string => (form.kind === 'question' ? form.ask : form.heading);

function cardOf({ form, ...rest }: CardProps<FormPart>): VNode {
  switch (form.kind) {
    case 'question':
      return <QuestionCard form={form} {...rest} />;
    case 'summary':
      return <SummaryCard form={form} {...rest} />;
    case 'cancel':
      return <CancelCard form={form} {...rest} />;
    case 'receipt':
      return <ReceiptCard form={form} {...rest} />;
  }
}
