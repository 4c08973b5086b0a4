import { text } from 'node:stream/consumers';

import type { Hold, HoldScope } from '../../retention/hold';
import { holdsInForce, type HoldOutcome, type Holds } from '../../retention/holds';
import { contactKeyOf } from '../../rights/contact-key';
import { AppError } from '../../shared/app-error';
import type { DocumentStore } from '../../shared/document-store';
import { londonDay } from '../../shared/london-day';
import { columns } from '../columns';
import type { HoldOrder, Order, OrderedScope } from './order';

/** @returns what to print @throws AppError `not_a_day` for a day of review that cannot be */
export async function setHold({ scope, reason, matter, by, reviewOn }: HoldOrder, holds: Holds, lookupKey: string) {
  const id = await holds.set({ scope: await scopeBy(scope, lookupKey), reason, matter, setBy: by, reviewOn });
  if (id === undefined) throw badReview();
  return `${id}\n`;
}

/** @returns what to print */
export async function changeHold(order: Extract<Order, { what: 'review' | 'release' }>, holds: Holds): Promise<string> {
  const { id } = order;
  const outcome =
    order.what === 'review' ? await holds.review(id, order.reviewOn) : await holds.release(id, order.by, order.why);
  if (outcome === 'bad_review') throw badReview();
  if (outcome !== 'done') throw new AppError('not_supported', SAID[outcome]);
  return 'done\n';
}

const SAID: Readonly<Record<Exclude<HoldOutcome, 'done' | 'bad_review'>, string>> = {
  unknown: 'There is no such hold.',
  released_already: 'It was released already.',
};

/** All holds in force, with those first that nobody has looked at in time. */
export async function holdsText(store: Pick<DocumentStore, 'find'>, now: Date): Promise<string> {
  const holds = [...(await holdsInForce(store))].sort((one, other) =>
    one.body.reviewOn < other.body.reviewOn ? -1 : 1,
  );
  const rows = holds.map(({ id, body }) => [
    id,
    describe(body.scope),
    body.reason,
    `matter: ${body.matter}`,
    `by: ${body.setBy}`,
    `since: ${londonDay(new Date(body.setAt))}`,
    `review: ${body.reviewOn}${body.reviewOn < londonDay(now) ? ' OVERDUE' : ''}`,
  ]);
  return rows.length === 0 ? 'no holds\n' : `${columns(rows, []).join('\n')}\n`;
}

function describe(scope: Hold['scope']): string {
  switch (scope.kind) {
    case 'conversation':
      return `conversation ${scope.id}`;
    case 'case':
      return `case ${scope.reference}`;
    case 'contact':
      return 'contact (hashed)';
    case 'days':
      return `days ${scope.from} to ${scope.to}`;
  }
}

async function scopeBy(scope: OrderedScope, lookupKey: string): Promise<HoldScope> {
  if (scope.kind !== 'contact') return scope;
  const key = contactKeyOf((await text(process.stdin)).trim(), lookupKey);
  if (key === undefined)
    throw new AppError('not_supported', 'Standard input has no e-mail address or telephone number.');
  return { kind: 'contact', key };
}

const badReview = (): AppError =>
  new AppError(
    'not_a_day',
    'The day of review has to lie in the future, and within the time of content/retention.yaml.',
  );
