import type { Outgoing } from '../chat/chat-state';
import { Button } from './button';
import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

const CLASSES = { sending: '', sent: '', waiting: ' queued', 'not-sent': ' unsent' } as const;
const WORDS = { sending: 'sending', sent: 'sent-just-now', waiting: 'waiting' } as const;

/** A message on its way: words on the screen that the desk has not shown back yet. */
export function OutgoingView({ message: { id, text, delivery } }: { readonly message: Outgoing }) {
  const say = useSay();
  return (
    <li class={`msg me${CLASSES[delivery]}`} data-turn={id}>
      <span class="vh said">{say('you-said')} </span>
      <span class="bubble">{text}</span>
      <span class="meta" aria-live="off">
        {delivery === 'not-sent' ? <NotSent id={id} /> : say(WORDS[delivery])}
      </span>
    </li>
  );
}

function NotSent({ id }: { readonly id: string }) {
  const { chat } = usePanel();
  const say = useSay();
  return (
    <>
      <span>
        <Icon name="alert" />
        {say('not-sent')}
      </span>
      <Button look="linkish" words={say('try-again')} onPress={() => chat.retry(id)} />
      <Button look="linkish" words={say('delete-message')} onPress={() => chat.discard(id)} />
    </>
  );
}
