import { sayMoment } from '../chat/dates';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { useLocale, usePanel, useSay } from '../parts/panel-context';
import { Step } from './step';

export interface DeletedStepProps {
  /** ISO time; null where it is deleted later. */
  readonly deletedAt: string | null;
  readonly messages: number;
  /** Of requests that were made in the chat. */
  readonly references: readonly string[];
}

/** The receipt of a deletion. Shown only when the desk has confirmed it, or has said that it comes later. */
export function DeletedStep({ deletedAt, messages, references }: DeletedStepProps) {
  const { chat, hide } = usePanel();
  const say = useSay();
  const locale = useLocale();
  const close = (): void => {
    chat.beginAgain();
    hide();
  };
  const isKept = deletedAt === null;
  return (
    <Step
      title={
        <>
          <Icon name="check" />
          {say(isKept ? 'kept-title' : 'deleted-title')}
        </>
      }
      frame={(heading) => (
        <div class="receipt">
          <div class="top">
            {heading}
            <p class="small muted" id="step-about">
              {isKept ? say('kept-about') : sayMoment(new Date(deletedAt), locale)}
            </p>
          </div>
          <dl>
            {isKept || (
              <div>
                <dt>{say('deleted-label')}</dt>
                <dd>{say('deleted-messages', { count: messages })}</dd>
              </div>
            )}
            {references[0] && (
              <div>
                <dt>{say('deleted-kept')}</dt>
                <dd>{say('deleted-request', { references: references.join(', ') })}</dd>
              </div>
            )}
          </dl>
        </div>
      )}
      foot={<Button look="btn wide" words={say('ended-close')} onPress={close} />}
    />
  );
}
