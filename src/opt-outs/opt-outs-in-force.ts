import type { DocumentStore } from '../shared/document-store';
import { OPT_OUTS, type OptOut } from './opt-out';

export interface OptOutPage {
  readonly optOuts: readonly OptOut[];
  /** Where the next page begins; undefined when this is the last one. */
  readonly next: string | undefined;
}

/**
 * A page of the opt-outs in force, the earliest first.
 *
 * @param after `next` of the page before, or a day (YYYY-MM-DD) to begin with; undefined for the first page
 */
export async function optOutsInForce(
  store: Pick<DocumentStore, 'find'>,
  after: string | undefined,
  limit: number,
): Promise<OptOutPage> {
  const equals = { stateName: 'in_force' } as const;
  const range = after === undefined ? {} : { range: { above: after } };
  const found = await store.find(OPT_OUTS, { index: 'by-position', equals, ...range, limit });
  const next = found.length < limit ? undefined : found.at(-1)?.body.position;
  return { optOuts: found.map(({ body }) => body.optOut), next };
}
