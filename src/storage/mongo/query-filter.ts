import { AppError } from '../../shared/app-error';
import type { Collection, Query, Value } from '../../shared/document-store';

type Condition = Readonly<{ $eq?: Value; $gt?: Value; $lte?: Value; $exists?: true }>;

/**
 * A query in MongoDB's words. It asks of every field of the index that it is there: indexes know only such
 * documents, and MongoDB uses them only for queries that say so.
 */
export function toFilter<T extends object>(
  { name, indexes }: Collection<T>,
  { index, equals, range, order }: Query<T>,
): { readonly filter: Record<string, Condition>; readonly sort: Record<string, 1 | -1> } {
  const fields = indexes.find((declared) => declared.name === index)?.fields;
  if (!fields) throw new AppError('store_unavailable', `no index ${index} on ${name}`);
  const wanted = new Map<string, Value | undefined>(Object.entries(equals ?? {}));
  const open = fields[fields.filter((field) => wanted.has(field)).length];
  const conditionOf = (field: string): Condition => {
    const value = wanted.get(field);
    if (value !== undefined) return { $eq: value };
    if (field !== open || !range) return { $exists: true };
    const { above, upTo } = range;
    return { $exists: true, ...(above !== undefined && { $gt: above }), ...(upTo !== undefined && { $lte: upTo }) };
  };
  return {
    filter: Object.fromEntries(fields.map((field) => [`body.${field}`, conditionOf(field)])),
    sort: open === undefined ? {} : { [`body.${open}`]: order === 'descending' ? -1 : 1 },
  };
}
