import { AppError } from '../../shared/app-error';
import type { Collection, Query, Value } from '../../shared/document-store';
import { keyedHash } from '../../shared/keyed-hash';
import type { EncryptionKeys } from './encryption-keys';
import { RecentValues } from './recent-values';
import { keyIdOf } from './sealed-value';

/** A body as it is stored: what is personal stands below `sealed`; where an index needs it, a hash stands in its place. */
interface SealedBody {
  readonly sealed: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Seals what a collection declares as personal, each field by itself, and opens it again. */
export class Seals {
  private readonly values = new RecentValues();

  /** @param lookupKey makes the hashes by which sealed fields are found; unlike the others it never changes */
  constructor(
    readonly keys: EncryptionKeys,
    readonly lookupKey: string,
  ) {}

  /** A body as it is to be stored. */
  seal<T extends object>(collection: Collection<T>, id: string, body: object): object {
    const personal = personalOf(collection);
    const [key] = this.keys.all();
    if (personal.size === 0) return body;
    if (!key) throw new AppError('key_missing', 'there is no key to seal documents with');
    const sealed: [string, string][] = [];
    const clear: [string, unknown][] = [];
    for (const [field, value] of Object.entries(body) as [string, unknown][]) {
      if (!personal.has(field)) clear.push([field, value]);
      else if (value !== undefined) {
        const place = { collection: collection.name, id, field };
        sealed.push([field, this.values.seal(key, JSON.stringify(value), place)]);
        if (isIndexed(collection, field) && isValue(value)) clear.push([field, this.hash(collection, field, value)]);
      }
    }
    return { ...Object.fromEntries(clear), sealed: Object.fromEntries(sealed) };
  }

  /**
   * The body that was sealed; one from before there were seals is given back as it is.
   *
   * @throws AppError `key_missing` or `store_unavailable` when a value cannot be opened
   */
  open<T extends object>(collection: Collection<T>, id: string, stored: object): object {
    if (!isSealed(collection, stored)) return stored;
    const { sealed, ...clear } = stored;
    const opened = Object.entries(sealed).map(([field, value]) => {
      const text = this.values.open(this.keys, value, { collection: collection.name, id, field });
      return [field, JSON.parse(text) as unknown] as const;
    });
    return { ...clear, ...Object.fromEntries(opened) };
  }

  /** A query in terms of what is stored. Personal fields are found by equality only, in no order of theirs. */
  query<T extends object>(collection: Collection<T>, query: Query<T>): Query<T> {
    const personal = personalOf(collection);
    const fields = collection.indexes.find(({ name }) => name === query.index)?.fields ?? [];
    const open = fields.find((field) => query.equals?.[field] === undefined);
    if (query.range && open !== undefined && personal.has(open)) {
      throw new AppError('not_supported', `${open} of ${collection.name} is sealed: it can be found by equality only`);
    }
    const equals = Object.entries<Value | undefined>(query.equals ?? {}).map(([field, value]) =>
      personal.has(field) && value !== undefined ? [field, this.hash(collection, field, value)] : [field, value],
    );
    return { ...query, ...(query.equals && { equals: Object.fromEntries(equals) as Query<T>['equals'] }) } as Query<T>;
  }

  /** Whether all that is personal in a stored body is sealed with the key that seals now, and nothing else is. */
  isSealedNow<T extends object>(collection: Collection<T>, stored: object): boolean {
    const now = this.keys.all()[0]?.id;
    const fields = Object.keys(sealedIn(collection, stored));
    const isAsDeclared = fields.every((field) => personalOf(collection).has(field));
    return isAsDeclared && !hasClear(collection, stored) && keysIn(collection, stored).every((id) => id === now);
  }

  private hash<T extends object>(collection: Collection<T>, field: string, value: Value): string {
    return keyedHash(this.lookupKey, 'sealed field', collection.name, field, JSON.stringify(value));
  }
}

/** The ids of the keys that values of a stored body are sealed with. */
export const keysIn = <T extends object>(collection: Collection<T>, stored: object): readonly string[] =>
  Object.values(sealedIn(collection, stored)).map(keyIdOf);

/** Whether anything personal stands in a stored body as it is. */
export function hasClear<T extends object>(collection: Collection<T>, stored: object): boolean {
  const sealed = sealedIn(collection, stored);
  return Object.keys(stored).some((field) => personalOf(collection).has(field) && !(field in sealed));
}

const sealedIn = <T extends object>(collection: Collection<T>, stored: object): SealedBody['sealed'] =>
  isSealed(collection, stored) ? stored.sealed : {};

const personalOf = <T extends object>({ personal }: Collection<T>): ReadonlySet<string> => new Set(personal);

const isIndexed = <T extends object>({ indexes }: Collection<T>, wanted: string): boolean =>
  indexes.some(({ fields }) => fields.some((field) => field === wanted));

const isSealed = <T extends object>({ personal }: Collection<T>, stored: object): stored is SealedBody =>
  personal !== undefined && 'sealed' in stored;

const isValue = (value: unknown): value is Value => typeof value === 'string' || typeof value === 'number';
