import { sayDay } from '../chat/dates';
import { Icon } from '../parts/icon';
import { useLocale, usePanel, useSay } from '../parts/panel-context';
import { Step } from './step';

/** What is left to do with a chat that has ended. */
export function EndedStep({ deletedOn }: { readonly deletedOn: string | undefined }) {
  const say = useSay();
  return (
    <Step title={say('ended-title')} foot={<WaysOn />}>
      <div class="card" id="step-about">
        <span class="bar" />
        <p>
          <b>{say('ended-part')}</b>
          <br />
          <KeptUntil deletedOn={deletedOn} />
        </p>
      </div>
      {deletedOn !== undefined && <DownloadOrDelete />}
    </Step>
  );
}

function KeptUntil({ deletedOn }: { readonly deletedOn: string | undefined }) {
  const say = useSay();
  const locale = useLocale();
  if (deletedOn === undefined) return <>{say('ended-nothing')}</>;
  const [before, after] = say('ended-date').split('{date}');
  return (
    <>
      {before}
      <b class="small">{sayDay(deletedOn, locale)}</b>
      {after}
    </>
  );
}

function DownloadOrDelete() {
  const { chat } = usePanel();
  const say = useSay();
  return (
    <>
      <div class="row">
        <button type="button" class="btn quiet grow" onClick={() => void chat.download('text')}>
          <Icon name="download" />
          {say('ended-download')}
        </button>
        <button
          type="button"
          class="btn stop grow"
          onClick={() => chat.store.dispatch({ type: 'showed', view: { kind: 'confirm-delete', isBusy: false } })}
        >
          <Icon name="bin" />
          {say('ended-delete')}
        </button>
      </div>
      <p class="small muted">{say('ended-about')}</p>
    </>
  );
}

function WaysOn() {
  const { chat, hide } = usePanel();
  const say = useSay();
  const clear = (): void => {
    chat.beginAgain('cleared');
    hide();
  };
  return (
    <>
      <button type="button" class="btn wide" onClick={() => chat.beginAgain()}>
        {say('ended-new')}
      </button>
      <div class="row">
        <button type="button" class="btn plain" onClick={clear}>
          {say('ended-clear')}
        </button>
        <button type="button" class="btn plain" onClick={hide}>
          {say('ended-close')}
        </button>
      </div>
    </>
  );
}
