import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';
import { comparableAddress, normaliseAddress } from './normalise-address';
import { OPT_OUTS, type Channel, type OptOut, type Scope, type StoredOptOut } from './opt-out';
import { optOutsInForce, type OptOutPage } from './opt-outs-in-force';

export interface SuppressionListDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** A secret of this installation. With another one nothing is found again that was kept with this one. */
  readonly key: string;
}

/** What is to stop, and for which address, written in any way. */
export interface OptOutSubject {
  readonly scope: Scope;
  readonly channel: Channel;
  readonly address: string;
}

export interface SuppressOutcome {
  /**
   * `already`: it was in force. `outdated`: since then the person has changed their mind; the later word counts, and
   * nothing was changed.
   */
  readonly outcome: 'recorded' | 'already' | 'outdated';
  readonly optOut: OptOut;
}

/** More than one address can have: every scope by every channel. */
const MOST_OF_ADDRESS = 100;

/** Addresses that are not to be written to, called or shown any more, and for what. It needs nobody's identity. */
export class SuppressionList {
  constructor(private readonly deps: SuppressionListDependencies) {}

  /**
   * Records an opt-out. What is in force already stays one entry, with the earlier time and the reference of that time.
   * Other systems have to be told after `recorded` and after `already`: whoever recorded it may have been cut off before.
   *
   * @param said when the person asked for it (ISO time), and the reference of the case
   */
  suppress(subject: OptOutSubject, said: Pick<OptOut, 'since' | 'reference'>): Promise<SuppressOutcome> {
    const id = this.idOf(subject, said.reference);
    const { scope, channel } = subject;
    const address = normaliseAddress(subject.address);
    return changeDocument<StoredOptOut, SuppressOutcome>(this.deps.store, OPT_OUTS, id, (stored) => {
      const known = stored?.optOut;
      const outcome = outcomeOf(known, said.since);
      if (known && (outcome === 'outdated' || (outcome === 'already' && known.since <= said.since))) {
        return { result: { outcome, optOut: known } };
      }
      const optOut: OptOut = { id, scope, channel, address, ...said, state: { name: 'in_force' } };
      return { body: this.toStored(optOut), result: { outcome, optOut } };
    });
  }

  /**
   * Ends an opt-out, because the person changed their mind.
   *
   * @param id of the opt-out, as `find` gives it
   * @param reason how that is known, for whoever looks into it later
   * @returns undefined when there is none in force
   */
  lift(id: string, reason: string): Promise<OptOut | undefined> {
    const { store, clock } = this.deps;
    return changeDocument<StoredOptOut, OptOut | undefined>(store, OPT_OUTS, id, (stored) => {
      if (stored?.stateName !== 'in_force') return { result: undefined };
      const state = { name: 'lifted', at: clock.now().toISOString(), reason } as const;
      const optOut: OptOut = { ...stored.optOut, state };
      return { body: this.toStored(optOut), result: optOut };
    });
  }

  /** Everything in force for an address, by whatever channel. */
  async find(address: string): Promise<readonly OptOut[]> {
    const equals = { stateName: 'in_force', addressKey: this.addressKeyOf(address) } as const;
    const found = await this.deps.store.find(OPT_OUTS, { index: 'by-address', equals, limit: MOST_OF_ADDRESS });
    return found.map(({ body }) => body.optOut);
  }

  /** A page of all that are in force, the earliest first. @param after `next` of the page before */
  all(after: string | undefined, limit: number): Promise<OptOutPage> {
    return optOutsInForce(this.deps.store, after, limit);
  }

  private toStored(optOut: OptOut): StoredOptOut {
    const { id, address, since, state } = optOut;
    return { optOut, stateName: state.name, addressKey: this.addressKeyOf(address), position: `${since} ${id}` };
  }

  private idOf({ scope, channel, address }: OptOutSubject, reference: string): string {
    // Two people may describe their photographs in the same words.
    const whose = channel === 'photograph' ? [reference] : [];
    return keyedHash(this.deps.key, 'opt-out', scope, channel, comparableAddress(address), ...whose);
  }

  private addressKeyOf(address: string): string {
    return keyedHash(this.deps.key, 'address of opt-outs', comparableAddress(address));
  }
}

function outcomeOf(known: OptOut | undefined, since: string): SuppressOutcome['outcome'] {
  if (!known) return 'recorded';
  if (known.state.name === 'in_force') return 'already';
  return since <= known.state.at ? 'outdated' : 'recorded';
}
