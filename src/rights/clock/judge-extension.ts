import type { Day } from './calendar-day';
import { EXTENSION_GROUNDS, type ExtensionNotice } from './clock-input';
import type { ExtensionWithoutEffect } from './clock-step';

export type JudgedExtension =
  | { readonly state: 'none' }
  | { readonly state: 'sent'; readonly notice: ExtensionNotice }
  | { readonly state: 'without_effect'; readonly step: ExtensionWithoutEffect };

/**
 * Whether a notice makes the time longer. It must give one of the grounds of UK GDPR Article 12(3) and the reasons, and be
 * sent while the first time runs.
 *
 * @param due the last day of the first time; missing while that cannot be told, and so cannot be over
 */
export function judgeExtension(
  notice: ExtensionNotice | undefined,
  receivedOn: Day,
  due: Day | undefined,
): JudgedExtension {
  if (!notice) return { state: 'none' };
  const because = whyWithoutEffect(notice, receivedOn, due);
  if (because) return { state: 'without_effect', step: { what: 'extension_without_effect', notice, because } };
  return { state: 'sent', notice };
}

function whyWithoutEffect(
  { sentOn, ground, reasons }: ExtensionNotice,
  receivedOn: Day,
  due: Day | undefined,
): ExtensionWithoutEffect['because'] | undefined {
  if (!EXTENSION_GROUNDS.some((one) => one === ground)) return 'ground';
  if (reasons.trim() === '') return 'no_reasons';
  if (sentOn < receivedOn) return 'before_receipt';
  return due !== undefined && sentOn > due ? 'late' : undefined;
}
