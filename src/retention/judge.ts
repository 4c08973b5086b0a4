import { assertNever } from '../shared/assert-never';
import { CASES } from '../rights/case';
import type { DueItem } from './due-item';
import { protectionOf, type Protection, type ProtectionSources } from './protection';
import type { Reader } from './reader';
import { scopeOfCase, scopeOfConversation, type Scope } from './scope';

export interface Judging extends ProtectionSources {
  readonly store: Reader;
  readonly lookupKey: string;
}

/** What keeps something that is due; undefined lets it go. */
export async function judge(item: DueItem, judging: Judging, now: Date): Promise<Protection | undefined> {
  const scope = await scopeOf(item, judging);
  return scope && protectionOf(scope, judging, now);
}

/** Undefined for what no hold and no freeze can be about. */
async function scopeOf(item: DueItem, { store, lookupKey }: Judging): Promise<Scope | undefined> {
  switch (item.kind) {
    case 'conversation':
    case 'staff_part':
      return scopeOfConversation(store, lookupKey, { id: item.id, ...item.body });
    case 'case':
      return scopeOfCase(store, lookupKey, item.body);
    case 'mail': {
      const { about: reference } = item.body;
      if (reference === undefined) return undefined;
      const [found] = await store.find(CASES, { index: 'by-reference', equals: { reference }, limit: 1 });
      return found && scopeOfCase(store, lookupKey, found.body);
    }
    case 'code':
      return undefined;
    default:
      return assertNever(item);
  }
}
