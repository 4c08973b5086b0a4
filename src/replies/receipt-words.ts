import type { Case } from '../rights/case';
import type { DueDates } from '../rights/clock/due-dates';
import type { Company } from '../rights/matter';
import type { FormWords } from './form-words';

/** Everything that receipts are made of. */
export interface ReceiptSources extends FormWords {
  /** The company that a case goes to, in full. */
  readonly companyName: (company: Company) => string;
  readonly regulator: { readonly name: string; readonly phone: string };
  readonly datesOf: (one: Case) => DueDates;
}
