import { isSameDay, sayMoment, sayTime } from '../chat/dates';
import { Button } from '../parts/button';
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
        <Button look="chip" icon="next" words={say('resume-carry-on')} onPress={() => chat.carryOn()} />
        <Button look="chip" icon="next" words={say('resume-new')} onPress={() => chat.beginAgain()} />
        <Button look="chip none" words={say('resume-not-me')} onPress={() => chat.beginAgain('cleared')} />
      </div>
      <p class="small muted">{say('resume-reminder')}</p>
    </Step>
  );
}

function useWhen(at: Date): string {
  const say = useSay();
  const locale = useLocale();
  return isSameDay(at, new Date()) ? say('resume-today', { time: sayTime(at, locale) }) : sayMoment(at, locale);
}
