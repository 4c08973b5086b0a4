import type { Alert, ChatState, Status } from '../chat/chat-state';
import { useSay } from './panel-context';
import type { Say } from './say';

/** The two places from which things are said that stand nowhere else: one waits its turn, one does not. */
export function LiveRegions({ state: { status, alert } }: { readonly state: ChatState }) {
  const say = useSay();
  return (
    <>
      <div class="vh" role="status">
        {status && <span key={status.number}>{sayStatus(status.what, say)}</span>}
      </div>
      <div class="vh" role="alert">
        {alert && <span key={alert.number}>{sayAlert(alert.what, say)}</span>}
      </div>
    </>
  );
}

function sayStatus(status: Status, say: Say): string {
  switch (status.kind) {
    case 'choices':
      return status.count === 1 ? say('choice-count-one') : say('choice-count', { count: status.count });
    case 'online':
      if (status.missed === 0) return say('online');
      return status.missed === 1 ? say('online-one') : say('online-many', { count: status.missed });
    default:
      return say(status.kind);
  }
}

function sayAlert(alert: Alert, say: Say): string {
  return alert.kind === 'urgent' ? `${alert.heading} ${alert.phone}` : say(alert.kind);
}
