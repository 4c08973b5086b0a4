import type { FormCommand } from './form-readers';
import type { FormStep, Place } from './form-step';

type Cancelling = Extract<Place, { readonly at: 'cancel' }>;

/** Cancelling never means lost by accident: nothing is withdrawn unless the person says so. */
export function stepCancel(command: FormCommand | undefined, place: Cancelling): FormStep {
  switch (command?.kind) {
    case 'withdraw':
      return { changes: [{ kind: 'withdrawn' }], go: 'over', notes: [{ kind: 'withdrawn' }] };
    case 'keep':
    case 'cancel':
    case 'later':
      return { changes: [], go: 'over', notes: [{ kind: 'kept' }] };
    case 'carry-on':
    case 'back':
    case 'no':
      return { changes: [], go: place.from, notes: [{ kind: 'carrying-on' }] };
    default:
      return { changes: [], go: place, notes: [{ kind: 'unread' }] };
  }
}
