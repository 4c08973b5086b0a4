import type { Receipt } from '../../../replies/form-part';
import { spellReference } from '../../../rights/spell-reference';
import type { CardProps } from './card-props';
import { idsOf } from './form-ids';
import { library } from './library';
import { ReceiptActions } from './receipt-actions';

/** The acknowledgement: to be read, copied, printed and kept. */
export function ReceiptCard({ turn, form }: CardProps<Receipt>) {
  const { heading, reference: spelt, facts } = idsOf(turn);
  return (
    <div class="step">
      <div class="receipt">
        <div class="top">
          <h3 id={heading} tabIndex={-1} aria-describedby={`${spelt} ${facts}`}>
            <library.Icon name="check" />
            {form.heading}
          </h3>
          <div id={spelt}>
            <p class="small muted">{form.referenceLabel}</p>
            {form.references.map((reference) => (
              <Reference key={reference} reference={reference} />
            ))}
          </div>
        </div>
        <dl id={facts}>
          {form.rows.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div aria-live="off">
        <ReceiptActions turn={turn} />
        <Texts texts={form.texts} />
      </div>
    </div>
  );
}

/** Large; letter by letter for a screen reader, which would say it as a word or a number. */
function Reference({ reference }: { readonly reference: string }) {
  return (
    <p class="ref">
      <span aria-hidden="true">{reference}</span>
      <span class="vh">{spellReference(reference)}</span>
    </p>
  );
}

function Texts({ texts }: Pick<Receipt, 'texts'>) {
  return (
    <div class="small">
      {texts.map(({ lead, text }) => (
        <p key={text}>
          {lead !== undefined && <b>{lead} </b>}
          <library.LinkedText text={text} />
        </p>
      ))}
    </div>
  );
}
