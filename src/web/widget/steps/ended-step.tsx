import { sayDay } from '../chat/dates';
import { Button } from '../parts/button';
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
        <Button
          look="btn quiet grow"
          icon="download"
          words={say('ended-download')}
          onPress={() => void chat.download('text')}
        />
        <Button
          look="btn stop grow"
          icon="bin"
          words={say('ended-delete')}
          onPress={() => chat.look({ kind: 'confirm-delete', isBusy: false })}
        />
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
      <Button look="btn wide" words={say('ended-new')} onPress={() => chat.beginAgain()} />
      <div class="row">
        <Button look="btn plain" words={say('ended-clear')} onPress={clear} />
        <Button look="btn plain" words={say('ended-close')} onPress={hide} />
      </div>
    </>
  );
}
