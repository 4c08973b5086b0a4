import type { Case } from '../rights/case';
import { hasSaid, said } from '../rights/case-changes';
import type { Cases } from '../rights/cases';
import { tellCase } from './change-case';
import type { Question, Told } from './form';
import type { FormReaders } from './form-readers';
import { viewForm, type FormSource } from './form-view';
import { SAFE } from './place-after';
import { ABOUT_DETAILS, readOwnContact } from './read-own-contact';

export interface AddToCaseDependencies {
  readonly cases: Cases;
  readonly forms: FormSource;
  readonly readers: FormReaders;
}

export interface Added {
  readonly one: Case;
  /** Whether the words stand in the case: one that is full takes no more. */
  readonly isKept: boolean;
  /** Another way to reply that the words tell, by field. */
  readonly contact: Told;
  /** What has to be asked of that way to reply. */
  readonly asks: Question | undefined;
}

/** Takes what somebody adds to a case after its form: their words, and how to reply where they put that right. */
export class AddToCase {
  constructor(private readonly deps: AddToCaseDependencies) {}

  /** @param key of the message: one that comes again adds nothing */
  async add(reference: string, text: string, key: string): Promise<Added> {
    const { cases, forms } = this.deps;
    const one = await cases.change(reference, (before, at) => {
      const more = said(text, key)(before, at);
      const news = { told: this.contactIn(text, before) };
      return tellCase(news, more, viewForm([more], forms))(more, at);
    });
    const stands = ([field, value]: readonly [string, string]): boolean => one.facts[field]?.value === value;
    const contact = Object.entries(this.contactIn(text, one)).filter(stands);
    const asks = contact.length > 0 ? this.openQuestion(one) : undefined;
    return { one, isKept: hasSaid(one, text), contact: Object.fromEntries(contact), asks };
  }

  /** Takes the answer to whether it is safe to reply there; undefined where a message is none. */
  async answer(reference: string, text: string): Promise<Case | undefined> {
    const { cases, forms, readers } = this.deps;
    const one = await cases.byReference(reference);
    const asked = one && this.openQuestion(one);
    if (!asked) return undefined;
    const view = viewForm([one], forms);
    const reading = readers.readAnswer(text, asked, [asked], view.told);
    const value = reading.kind === 'answered' ? reading.facts[SAFE] : undefined;
    return value === undefined ? undefined : cases.change(reference, tellCase({ told: { [SAFE]: value } }, one, view));
  }

  private contactIn(text: string, { matter }: Case): Told {
    const { readers, forms } = this.deps;
    const { facts, isAll } = readOwnContact(text, readers, forms);
    return isAll || !ABOUT_DETAILS.includes(matter) ? facts : {};
  }

  private openQuestion(one: Case): Question | undefined {
    if (SAFE in one.facts) return undefined;
    return viewForm([one], this.deps.forms).items.find(({ question }) => question.id === SAFE)?.question;
  }
}
