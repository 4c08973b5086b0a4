import { isSameDay, sayTime } from '../chat/dates';
import { Icon } from '../parts/icon';
import { useLocale, usePanel, useSay } from '../parts/panel-context';
import { Step } from './step';

/** Offers the chat of before without showing it: on a shared device it may be another person's. */
export function ResumeStep({ lastAt }: { readonly lastAt: number }) {
  const { chat } = usePanel();
  const say = useSay();
  const [before, after] = say('resume-about').split('{when}');
  return (
    <Step title={say('resume-title')}>
      <p id="step-about">
        {before}
        <b>{useWhen(new Date(lastAt))}</b>
        {after}
      </p>
      <div class="chips">
        <Way words={say('resume-carry-on')} onChoose={() => chat.carryOn()} />
        <Way words={say('resume-new')} onChoose={() => chat.beginAgain()} />
        <button type="button" class="chip none" onClick={() => chat.beginAgain('cleared')}>
          {say('resume-not-me')}
        </button>
      </div>
      <p class="small muted">{say('resume-reminder')}</p>
    </Step>
  );
}

function Way({ words, onChoose }: { readonly words: string; readonly onChoose: () => void }) {
  return (
    <button type="button" class="chip" onClick={onChoose}>
      {words}
      <Icon name="next" />
    </button>
  );
}

function useWhen(at: Date): string {
  const say = useSay();
  const locale = useLocale();
  const time = sayTime(at, locale);
  if (isSameDay(at, new Date())) return say('resume-today', { time });
  return say('resume-day', { day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at), time });
}
