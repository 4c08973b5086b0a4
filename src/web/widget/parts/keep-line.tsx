import { sayDay } from '../chat/dates';
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
      <button
        type="button"
        class="linkish"
        onClick={() => chat.store.dispatch({ type: 'showed', view: { kind: 'facts' } })}
      >
        {say('who-sees')}
      </button>
    </p>
  );
}
