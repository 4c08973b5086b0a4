import { createHash } from 'node:crypto';

import type { Case } from '../rights/case';
import type { FormMessage, FormStep, Place } from './form-step';

/** What of a message tells it from others. */
export type Said = Pick<FormMessage, 'text' | 'answers'>;

/** Names a message at its place in a form: the same words at the same place are the same message once more. */
export function markOf({ text, answers }: Said, place: Place): string {
  return createHash('sha256')
    .update(JSON.stringify([place, answers ?? null, text]))
    .digest('base64url');
}

/**
 * What a message did that came before: its turn was cut off, or failed, when at least one case was changed. Read anew, it
 * could do something else, since its own facts are told by now.
 */
export function stepMade(cases: readonly Case[], mark: string): FormStep | undefined {
  return cases.find(({ lastStep }) => lastStep?.mark === mark)?.lastStep?.step as FormStep | undefined;
}
