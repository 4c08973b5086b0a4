import type { Case } from '../rights/case';
import type { DocumentStore, StoredDocument } from '../shared/document-store';
import { londonDay } from '../shared/london-day';
import type { Hold } from './hold';
import { keptUntil, type Period } from './kept-until';
import { casesOfContact, type Scope } from './scope';

/** Why something stays although its time is over, or somebody wants it deleted. */
export type Protection =
  | { readonly kind: 'held'; readonly hold: string }
  /** By an open access request or complaint, or one that was closed not long ago. */
  | { readonly kind: 'frozen'; readonly reference: string };

export interface ProtectionSources {
  readonly store: Pick<DocumentStore, 'find'>;
  readonly holds: readonly StoredDocument<Hold>[];
  readonly afterClosing: Period;
}

/** What keeps something now, if anything does. A hold comes first. */
export async function protectionOf(
  scope: Scope,
  { store, holds, afterClosing }: ProtectionSources,
  now: Date,
): Promise<Protection | undefined> {
  const hold = holds.find(({ body }) => isHeld(scope, body));
  if (hold) return { kind: 'held', hold: hold.id };
  const isFreezing = (one: Case): boolean => freezes(one, afterClosing, now);
  const near = scope.cases.find(isFreezing);
  if (near) return { kind: 'frozen', reference: near.reference };
  for (const contact of scope.contacts) {
    for await (const cases of casesOfContact(store, contact)) {
      const found = cases.find(isFreezing);
      if (found) return { kind: 'frozen', reference: found.reference };
    }
  }
  return undefined;
}

function isHeld({ conversationId, cases, contacts, from, to }: Scope, { scope }: Hold): boolean {
  switch (scope.kind) {
    case 'conversation':
      return scope.id === conversationId;
    case 'case':
      return cases.some(({ reference }) => reference === scope.reference);
    case 'contact':
      return contacts.includes(scope.key);
    case 'days':
      return londonDay(new Date(from)) <= scope.to && londonDay(new Date(to)) >= scope.from;
  }
}

/**
 * Whoever asks what is held about them must not lose it meanwhile, nor while they can take the answer further. Deleting it
 * to keep it from them is an offence (Data Protection Act 2018, section 173).
 */
function freezes({ matter, state, closure }: Case, afterClosing: Period, now: Date): boolean {
  if (matter !== 'access' && matter !== 'complaint') return false;
  if (closure) return keptUntil(new Date(closure.at), afterClosing) > now;
  return state.name !== 'withdrawn';
}
