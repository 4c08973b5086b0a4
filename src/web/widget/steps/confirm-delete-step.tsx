import { Button } from '../parts/button';
import { usePanel, useSay } from '../parts/panel-context';
import { Step } from './step';

/** Asks once more. The button says that it is at work until the desk has confirmed. */
export function ConfirmDeleteStep({ isBusy }: { readonly isBusy: boolean }) {
  const { chat } = usePanel();
  const say = useSay();
  return (
    <Step
      title={say('confirm-title')}
      foot={
        <>
          <Button
            look="btn wide"
            words={say('confirm-no')}
            isOff={isBusy}
            onPress={() => chat.look({ kind: 'ended' })}
          />
          <Button
            look="btn wide stop"
            words={say(isBusy ? 'confirm-busy' : 'confirm-yes')}
            isOff={isBusy}
            onPress={() => void chat.deleteNow()}
          />
        </>
      }
    >
      <p id="step-about">{say('confirm-about')}</p>
    </Step>
  );
}
