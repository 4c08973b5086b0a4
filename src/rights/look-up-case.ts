import type { Case } from './case';
import type { Cases } from './cases';
import type { CodeAnswer } from './codes-of-reference';
import type { OneTimeCodes } from './one-time-codes';
import { readReference } from './reference';

export interface LookUpDependencies {
  readonly cases: Pick<Cases, 'byReference'>;
  readonly codes: Pick<OneTimeCodes, 'request' | 'check'>;
}

/** What came of giving a reference. Of one that is well formed, nobody learns whether it is a case's. */
export type Asked =
  { readonly kind: 'none' | 'mistyped' | 'too-many' } | { readonly kind: 'asked'; readonly reference: string };

export type Opened = { readonly kind: 'open'; readonly case: Case } | { readonly kind: Exclude<CodeAnswer, 'right'> };

/** Lets people see a case of theirs: by its reference, and a code that goes to the e-mail address on it. */
export class LookUpCase {
  constructor(private readonly deps: LookUpDependencies) {}

  /**
   * @param from who asks, as rate limits see it
   * @param message names the message that asks, where it may be read again after a crash
   */
  async ask(text: string, from: string, message?: string): Promise<Asked> {
    const read = readReference(text);
    return read.kind === 'reference' ? this.sendCode(read.reference, from, message) : read;
  }

  /** Another code for a reference that was given before. */
  async sendCode(reference: string, from: string, message?: string): Promise<Asked> {
    const { cases, codes } = this.deps;
    const facts = (await cases.byReference(reference))?.facts;
    // Whoever else reads a mailbox that is not safe would learn that there is a request.
    const email = facts?.safe?.value === 'no' ? undefined : facts?.email?.value;
    const outcome = await codes.request(reference, email, from, message);
    return outcome === 'asked' ? { kind: 'asked', reference } : { kind: 'too-many' };
  }

  async open(reference: string, code: string, from: string, message?: string): Promise<Opened> {
    const { cases, codes } = this.deps;
    const answer = await codes.check(reference, code, from, message);
    if (answer !== 'right') return { kind: answer };
    const found = await cases.byReference(reference);
    return found ? { kind: 'open', case: found } : { kind: 'wrong' };
  }
}
