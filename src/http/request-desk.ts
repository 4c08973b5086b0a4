import type { FillIn } from '../forms/fill-in';
import type { FillInPage } from '../forms/fill-in-page';
import type { ReceiptSources } from '../replies/receipt-words';
import type { Reply } from '../replies/reply';
import type { Cases } from '../rights/cases';
import type { LookUpCase } from '../rights/look-up-case';
import type { PageNotes, RequestPageSources } from '../web/pages/request-parts';
import { maskPrivateNumbers, type PrivateKind } from '../shared/mask-private-numbers';
import type { PageTokens } from './page-tokens';

/** Everything that takes what is sent from the pages for requests. */
export interface RequestDesk {
  readonly pages: FillInPage;
  readonly fillIn: Pick<FillIn, 'send'>;
  readonly cases: Cases;
  readonly lookUp: LookUpCase;
  readonly tokens: PageTokens;
  readonly sources: RequestPageSources;
  readonly receipts: ReceiptSources;
  /** The sign of danger that words show. */
  readonly findUrgent: (text: string) => string | undefined;
  readonly helpFor: (sign: string) => Reply;
  readonly newNonce: () => string;
  /** Told that there may be something to do about a case. */
  readonly wake: () => void;
}

/** What was sent, as it may be kept. */
export interface SentForm {
  readonly fields: URLSearchParams;
  /** What comes first on the next page. */
  readonly notes: PageNotes;
}

/** Fields that hold no words of the person. */
const NOT_WRITTEN = ['token', 'do', 'want'];

/** Hides private numbers before anything else sees them, and looks for words of danger. */
export function takeIn(sent: URLSearchParams, { findUrgent, helpFor }: RequestDesk): SentForm {
  const hidden = new Set<PrivateKind>();
  const fields = new URLSearchParams();
  let sign: string | undefined;
  for (const [name, value] of sent) {
    if (NOT_WRITTEN.includes(name)) {
      fields.append(name, value);
      continue;
    }
    const masked = maskPrivateNumbers(value);
    masked.found.forEach((kind) => hidden.add(kind));
    fields.append(name, masked.text);
    sign ??= findUrgent(masked.text);
  }
  return { fields, notes: { urgent: sign === undefined ? undefined : helpFor(sign), hidden: [...hidden] } };
}
