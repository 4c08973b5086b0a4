import type { Case } from '../rights/case';
import { retentionOf } from '../rights/case-retention';
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
  readonly periods: {
    /** After the closing of a request or complaint. */
    readonly afterClosing: Period;
    /** After the last change of a request that was left by somebody whom nobody can find. */
    readonly abandoned: Period;
  };
}

/** What keeps something now, if anything does. A hold comes first. */
export async function protectionOf(
  scope: Scope,
  { store, holds, periods }: ProtectionSources,
  now: Date,
): Promise<Protection | undefined> {
  const hold = holds.find(({ body }) => isHeld(scope, body));
  if (hold) return { kind: 'held', hold: hold.id };
  const isFreezing = (one: Case): boolean => freezes(one, periods, now);
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
function freezes(one: Case, { afterClosing, abandoned }: ProtectionSources['periods'], now: Date): boolean {
  const { matter, state, closure } = one;
  if (matter !== 'access' && matter !== 'complaint') return false;
  if (closure) return keptUntil(new Date(closure.at), afterClosing) > now;
  const { retentionClass, retentionFrom } = retentionOf(one);
  // Nobody can be answered; while the person may still come back, it counts.
  if (retentionClass === 'abandoned_request') return keptUntil(new Date(retentionFrom ?? 0), abandoned) > now;
  return state.name !== 'withdrawn';
}
