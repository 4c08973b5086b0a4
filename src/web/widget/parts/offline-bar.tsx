import { useEffect, useState } from 'preact/hooks';

import { Button } from './button';
import { Icon } from './icon';
import { usePanel, useSay } from './panel-context';

/** Says that there is no connection, and counts the seconds to the next try for the eye only. */
export function OfflineBar({ retryAt }: { readonly retryAt: number | undefined }) {
  const { chat } = usePanel();
  const say = useSay();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [retryAt]);
  const seconds = retryAt === undefined ? 0 : Math.ceil((retryAt - now) / 1000);
  return (
    <div class="w-bar">
      <Icon name="no-line" />
      <p>
        <b>{say('offline')}</b> {seconds > 0 ? say('offline-retry', { seconds }) : say('offline-trying')}
      </p>
      <Button look="linkish" words={say('offline-now')} onPress={() => chat.reconnectNow()} />
    </div>
  );
}
