import { parseArgs } from 'node:util';

import { HOLD_REASONS, type HoldReason } from '../../retention/hold';
import { isDay } from '../../rights/clock/calendar-day';

/** What somebody has asked the command for. */
export type Order =
  | { readonly what: 'help' }
  | { readonly what: 'run' | 'replay' }
  | { readonly what: 'status' | 'dry-run' | 'verify' | 'holds' }
  | HoldOrder
  | { readonly what: 'review'; readonly id: string; readonly reviewOn: string }
  | { readonly what: 'release'; readonly id: string; readonly by: string; readonly why: string };

export interface HoldOrder {
  readonly what: 'hold';
  readonly scope: OrderedScope;
  readonly reason: HoldReason;
  readonly matter: string;
  readonly by: string;
  readonly reviewOn: string;
}

export type OrderedScope =
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'case'; readonly reference: string }
  /** The address comes by standard input: on the command line it would stand in the history of the shell. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

const OPTIONS = {
  help: { type: 'boolean' },
  reason: { type: 'string' },
  matter: { type: 'string' },
  by: { type: 'string' },
  why: { type: 'string' },
  review: { type: 'string' },
} as const;

const PLAIN = ['status', 'dry-run', 'run', 'verify', 'replay', 'holds'] as const;

/** Undefined when it is not clear what to do. */
export function readOrder(args: readonly string[]): Order | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return values.help === true ? { what: 'help' } : orderOf(positionals, values);
  } catch {
    return undefined;
  }
}

type Values = Readonly<Partial<Record<'reason' | 'matter' | 'by' | 'why' | 'review', string>>>;

function orderOf(words: readonly string[], values: Values): Order | undefined {
  const [what = '', ...rest] = words;
  const plain = PLAIN.find((one) => one === what);
  if (plain) return rest.length === 0 && Object.keys(values).length === 0 ? { what: plain } : undefined;
  if (what === 'hold') return holdOf(rest, values);
  const [id, ...more] = rest;
  if (id === undefined || more.length > 0) return undefined;
  if (what === 'review') return reviewOf(id, values);
  return what === 'release' ? releaseOf(id, values) : undefined;
}

function releaseOf(id: string, { by, why }: Values): Order | undefined {
  return by !== undefined && why !== undefined ? { what: 'release', id, by, why } : undefined;
}

function reviewOf(id: string, { review }: Values): Order | undefined {
  return review !== undefined && isDay(review) ? { what: 'review', id, reviewOn: review } : undefined;
}

function holdOf(words: readonly string[], { reason, matter, by, review }: Values): HoldOrder | undefined {
  const scope = scopeOf(words);
  const known = HOLD_REASONS.find((one) => one === reason);
  if (!scope || !known || matter === undefined || by === undefined) return undefined;
  return review !== undefined && isDay(review)
    ? { what: 'hold', scope, reason: known, matter, by, reviewOn: review }
    : undefined;
}

function scopeOf([kind, first, second, ...rest]: readonly string[]): OrderedScope | undefined {
  if (rest.length > 0) return undefined;
  if (kind === 'contact') return first === undefined ? { kind } : undefined;
  if (first === undefined) return undefined;
  if (kind === 'days') return daysOf(first, second);
  if (second !== undefined) return undefined;
  if (kind === 'conversation') return { kind, id: first };
  return kind === 'case' ? { kind, reference: first } : undefined;
}

function daysOf(from: string, to: string | undefined): OrderedScope | undefined {
  return to !== undefined && isDay(from) && isDay(to) && from <= to ? { kind: 'days', from, to } : undefined;
}
