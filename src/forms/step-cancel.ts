import type { Command } from './command';
import type { FormMessage, FormStep, Place } from './form-step';

type Cancelling = Extract<Place, { readonly at: 'cancel' }>;

/** Cancelling never means lost by accident: nothing is withdrawn unless the person says so. */
export function stepCancel(
  { isAside }: FormMessage,
  command: Command | undefined,
  place: Cancelling,
): FormStep | undefined {
  switch (meantBy(command, place)) {
    case 'withdraw':
      return { changes: [{ kind: 'withdrawn' }], go: 'over', notes: [{ kind: 'withdrawn' }] };
    case 'keep':
    case 'cancel':
    case 'later':
      return { changes: [], go: 'over', notes: [{ kind: 'kept' }] };
    case 'carry_on':
    case 'back':
    case 'no':
      return { changes: [], go: place.from, notes: [{ kind: 'carrying-on' }] };
    default:
      return isAside ? undefined : { changes: [], go: place, notes: [{ kind: 'unread' }] };
  }
}

/** Who said that they withdraw it may just say yes; who said "cancel" has to say which of the two they mean. */
const meantBy = (command: Command | undefined, { isWithdrawal }: Cancelling): Command['name'] | undefined =>
  command?.name === 'yes' && isWithdrawal ? 'withdraw' : command?.name;
