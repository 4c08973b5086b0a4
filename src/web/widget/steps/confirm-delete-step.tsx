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
          <button
            type="button"
            class="btn wide"
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) chat.store.dispatch({ type: 'showed', view: { kind: 'ended' } });
            }}
          >
            {say('confirm-no')}
          </button>
          <button
            type="button"
            class="btn wide stop"
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) void chat.deleteNow();
            }}
          >
            {isBusy ? say('confirm-busy') : say('confirm-yes')}
          </button>
        </>
      }
    >
      <p id="step-about">{say('confirm-about')}</p>
    </Step>
  );
}
