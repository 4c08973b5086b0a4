import { CONTACT_FIELDS, isReachable, type Case } from '../rights/case';
import { passedOver, said, told } from '../rights/case-changes';
import { isFull } from '../rights/case-limits';
import type { Cases } from '../rights/cases';
import type { Matter } from '../rights/matter';
import type { Clock } from '../shared/clock';
import type { FillIn } from './fill-in';
import type { FormSource } from './form-view';
import { fieldsOnPage, pageForm, type PageForm } from './page-form';
import { changeBy, readPage, type PageProblem, type PageReading, type Posted } from './read-page';
import { slotsOf, type Slot } from './slots';

/** Cases of one family, with the questions about them on one page. */
export interface PageView {
  /** All of the family, also those that were withdrawn. */
  readonly cases: readonly Case[];
  readonly form: PageForm;
  readonly slots: readonly Slot[];
}

export interface AnsweredPage {
  readonly view: PageView;
  /** What has to be put right before the form is sent. All else is stored. */
  readonly problems: readonly PageProblem[];
  /** Whether answers were changed that a case which is full takes no more. */
  readonly isFull: boolean;
  /** The sign of danger that an answer which was chosen shows. */
  readonly urgent: string | undefined;
}

export interface Wanted {
  readonly matters: readonly Matter[];
  /** In the person's own words; may be empty. */
  readonly words: string;
  /** Of the page that was sent: sent again, it raises the same. */
  readonly nonce: string;
}

export interface FillInPageDependencies {
  readonly cases: Cases;
  readonly fillIn: FillIn;
  readonly forms: FormSource;
  readonly clock: Clock;
}

/** Records and fills in requests on pages without chat, a whole form at a time, by the same forms and rules. */
export class FillInPage {
  constructor(private readonly deps: FillInPageDependencies) {}

  /** Records what is wanted before anything is asked. @returns the family of the cases */
  async begin({ matters, words, nonce }: Wanted): Promise<string> {
    const { cases, fillIn, clock } = this.deps;
    const key = `form/${nonce}`;
    // Somebody may go back and choose something else beside it.
    const [known] = await cases.raisedBy(key);
    const raised = { matters, text: words, channel: 'form', key, at: clock.now(), told: {} } as const;
    const { view } = await fillIn.begin(known ? { ...raised, family: known.family } : raised);
    const [first] = view.cases;
    const family = first?.family ?? '';
    if (words !== '') await this.say(family, words, key);
    return family;
  }

  async look(family: string): Promise<PageView> {
    const { cases, forms } = this.deps;
    const all = await cases.family(family);
    const open = all.filter(({ state }) => state.name !== 'withdrawn');
    const form = pageForm(open, forms);
    return { cases: all, form, slots: fieldsOnPage(form).flatMap(slotsOf) };
  }

  /**
   * Stores every answer that can be read. A way to reply that is needed is asked for once more, and no third time.
   *
   * @param isContactAsked that it was asked for once more on this very page
   */
  async answer(family: string, posted: Posted, isContactAsked: boolean): Promise<AnsweredPage> {
    const { cases } = this.deps;
    const before = await this.look(family);
    const reading = readPage(before.slots, posted);
    for (const { reference, state } of before.cases) {
      if (state.name !== 'withdrawn') await cases.change(reference, changeBy(reading, reference, posted));
    }
    const view = await this.shareContact(family);
    const missing = missingContact(view);
    if (missing.length > 0 && isContactAsked) await this.passOver(missing);
    const unasked = isContactAsked || reading.problems.some(isOfContact) ? [] : missing;
    const problems = [...reading.problems, ...unasked.map(needed)];
    return {
      view: await this.look(family),
      problems: inOrder(problems, view.slots),
      isFull: isRefused(reading, before),
      urgent: urgentIn(view, posted),
    };
  }

  /** The same words are added once, however often they are sent. */
  private async say(family: string, words: string, key: string): Promise<void> {
    const { cases } = this.deps;
    for (const one of await cases.family(family)) {
      const isNew = !one.words.some(({ text }) => text === words);
      if (isNew) await cases.change(one.reference, said(words, `${key}/${one.words.length}`));
    }
  }

  /** A way to reply that was given for one of the matters is one for the others, too. */
  private async shareContact(family: string): Promise<PageView> {
    const view = await this.look(family);
    const open = view.cases.filter(({ state }) => state.name !== 'withdrawn');
    const giver = open.find(isReachable);
    if (giver) {
      for (const one of open.filter((other) => !isReachable(other)))
        await this.deps.cases.change(one.reference, told(contactOf(giver)));
    }
    return this.look(family);
  }

  private async passOver(missing: readonly Slot[]): Promise<void> {
    for (const { field } of missing)
      for (const reference of field.references)
        await this.deps.cases.change(reference, passedOver(field.question.id, 'refused'));
  }
}

/** Whether a page changes answers of a case that takes no more. */
function isRefused({ told: news, emptied }: PageReading, { cases }: PageView): boolean {
  const full = cases.filter((one) => one.state.name !== 'withdrawn' && isFull(one)).map(({ reference }) => reference);
  const changed = [...news.map(({ slot }) => slot), ...emptied];
  return changed.some(({ field }) => field.references.some((reference) => full.includes(reference)));
}

function urgentIn({ slots }: PageView, posted: Posted): string | undefined {
  const chosen = slots.flatMap(({ name, field }) =>
    field.question.options.filter(({ id }) => id === posted.valueOf(name)),
  );
  return chosen.find(({ urgent }) => urgent !== undefined)?.urgent;
}

const needed = (slot: Slot): PageProblem => ({ slot, problem: 'contact' });

/** Who has mistyped an address is told that, and not that one is missing. */
const isOfContact = ({ slot }: PageProblem): boolean => slot.field.question.kind === 'contact';

function contactOf({ facts }: Case): Readonly<Record<string, string>> {
  const fields = [...CONTACT_FIELDS, 'safe'].filter((field) => field in facts);
  return Object.fromEntries(fields.map((field) => [field, facts[field]?.value ?? '']));
}

/** The first field of each question for a way to reply that cannot do without an answer and has none. */
function missingContact({ cases, slots }: PageView): readonly Slot[] {
  const unreachable = cases.filter((one) => !isReachable(one)).map(({ reference }) => reference);
  return slots.filter(
    ({ field, kind }) =>
      kind === 'email' && field.question.required && field.references.some((one) => unreachable.includes(one)),
  );
}

const inOrder = (problems: readonly PageProblem[], slots: readonly Slot[]): readonly PageProblem[] =>
  problems.toSorted((a, b) => placeOf(a, slots) - placeOf(b, slots));

/** Slots are made anew with every look; their names stay. */
const placeOf = ({ slot }: PageProblem, slots: readonly Slot[]): number =>
  slots.findIndex(({ name }) => name === slot.name);
