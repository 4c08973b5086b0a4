import type { AddToCase } from '../src/forms/add-to-case';
import type { FillIn } from '../src/forms/fill-in';
import type { FormView } from '../src/forms/form-view';
import type { FormWords } from '../src/replies/form-words';
import type { ReceiptSources } from '../src/replies/receipt-words';
import type { Reply } from '../src/replies/reply';
import type { OwnCaseReader } from '../src/forms/own-case';
import type { Cases } from '../src/rights/cases';
import type { LookUpCase } from '../src/rights/look-up-case';
import type { Recognised } from '../src/rights/recognise-matters';
import type { Understanding } from '../src/search/understanding';

/** What the dialogs take requests with. */
export interface RightsConversation {
  readonly fillIn: FillIn;
  readonly words: FormWords;
  /** Which matters a message raises. */
  readonly recognise: (text: string, understanding: Understanding) => Promise<Recognised>;
  /** What a person gets once the form is sent. */
  readonly receipt: (view: FormView) => Reply;
  readonly cases: Cases;
  readonly addToCase: AddToCase;
  readonly lookUp: LookUpCase;
  readonly sources: ReceiptSources;
  /** What a message wants with a case that this conversation raised; undefined for most messages. */
  readonly ownCase: OwnCaseReader;
  /** Whether a message is what a button of a form says, and nothing else: "skip", "save and come back". */
  readonly isOfForm: (text: string) => boolean;
  /** To be told that there may be something to do about a case. */
  readonly wake: () => void;
}
