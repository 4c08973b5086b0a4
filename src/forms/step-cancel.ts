import type { Command } from './command';
import type { FormStep, Place } from './form-step';

type Cancelling = Extract<Place, { readonly at: 'cancel' }>;

/** Cancelling never means lost by accident: nothing is withdrawn unless the person says so. */
export function stepCancel(command: Command | undefined, place: Cancelling): FormStep {
  const name = command?.name === 'yes' && place.isWithdrawal ? 'withdraw' : command?.name;
  switch (name) {
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
      return { changes: [], go: place, notes: [{ kind: 'unread' }] };
  }
}
