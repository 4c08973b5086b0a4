import { sayDay } from '../chat/dates';
import { Button } from './button';
import { useLocale, usePanel, useSay } from './panel-context';

/** What happens to this chat: always in view below it. */
export function KeepLine({ deletedOn }: { readonly deletedOn: string | undefined }) {
  const { chat } = usePanel();
  const say = useSay();
  const locale = useLocale();
  return (
    <p class="w-keep">
      <span>
        {deletedOn === undefined ? say('nothing-kept') : say('deleted-on', { date: sayDay(deletedOn, locale) })}
      </span>
      <Button look="linkish" words={say('who-sees')} onPress={() => chat.look({ kind: 'facts' })} />
    </p>
  );
}
