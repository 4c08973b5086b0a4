import { CONTACT_FIELDS, type Case } from '../rights/case';
import { begunAgain, passedOver, sent, told, withdrawn } from '../rights/case-changes';
import type { Cases, Change, Raised } from '../rights/cases';
import { assertNever } from '../shared/assert-never';
import type { Told } from './form';
import type { FormReaders } from './form-readers';
import type { FormChange, FormMessage, Go, Note, Place } from './form-step';
import { itemOf, nextOpen, viewForm, type FormSource, type FormView } from './form-view';
import { stepForm } from './step-form';

export interface FillInDependencies {
  readonly cases: Cases;
  readonly forms: FormSource;
  readonly readers: FormReaders;
  /** What finds cases of the same contact again; undefined for none. */
  readonly contactKey: (told: Told) => string | undefined;
  /** Told that there may be something to do about a case. */
  readonly wake: () => void;
}

/** A form after a step. `place` is missing once it is over. */
export interface Filled {
  readonly view: FormView;
  readonly place: Place | undefined;
  readonly notes: readonly Note[];
  /** A sign of urgent.yaml that was chosen just now. */
  readonly urgent?: string;
}

/**
 * Fills in the form of one case or several. Everything that was told is stored with the cases before a step is over, so
 * nothing that was acknowledged can be lost.
 */
export class FillIn {
  constructor(private readonly deps: FillInDependencies) {}

  /** Records what was raised, and goes to the first question that the message did not answer by itself. */
  async begin(raised: Raised): Promise<Filled> {
    const view = this.view(await this.deps.cases.record(raised));
    this.deps.wake();
    return { view, place: placeOf(nextOpen(view, undefined)), notes: [] };
  }

  /** Records more beside what is being filled in. What was told already is not asked again. */
  async addTo(before: FormView, raised: Raised, place: Place): Promise<Filled> {
    const family = before.cases[0]?.family;
    const told = { ...sharedBy(before, this.deps.forms), ...raised.told };
    const cases = await this.deps.cases.record({ ...raised, told, ...(family !== undefined && { family }) });
    const view = family === undefined ? this.view(cases) : await this.look(family);
    return { view, place: place.at === 'summary' ? placeOf(nextOpen(view, undefined)) : place, notes: [] };
  }

  /** Whether a message is a command, or answers what is asked: then nothing else is to be read into it. */
  isForForm({ text, answers }: Omit<FormMessage, 'isAside'>, view: FormView, place: Place): boolean {
    const { readCommand, readAnswer } = this.deps.readers;
    const asked = itemOf(view, answers ?? (place.at === 'question' ? place.id : ''))?.question;
    const questions = view.items.map(({ question }) => question);
    if (readCommand(text, { asked, questions, told: view.told })) return true;
    // Words of any kind answer a question for words.
    if (!asked || asked.kind === 'text') return false;
    return readAnswer(text, asked, view.questions, view.told).kind === 'answered';
  }

  async look(family: string): Promise<FormView> {
    return this.view(await this.deps.cases.family(family));
  }

  /** A form that was left, where it was left. */
  async resume(family: string): Promise<Filled> {
    const view = await this.look(family);
    return { view, place: placeOf(nextOpen(view, undefined)), notes: [{ kind: 'carrying-on' }] };
  }

  /** How a form that is over was ended by this very message, which is read again; undefined where it was not. */
  endingOf(text: string, view: FormView): Filled | undefined {
    const command = this.deps.readers.readCommand(text, NOWHERE)?.name;
    const isWithdrawn = view.cases.every(({ state }) => state.name === 'withdrawn');
    if (isWithdrawn)
      return command === 'withdraw' ? { view, place: undefined, notes: [{ kind: 'withdrawn' }] } : undefined;
    return command === 'send' || command === 'yes' ? { view, place: undefined, notes: [] } : undefined;
  }

  /** What a message does; undefined where it is not about the form. */
  async step(message: FormMessage, view: FormView, place: Place): Promise<Filled | undefined> {
    const step = stepForm(message, place, view, this.deps.readers);
    if (!step) return undefined;
    const cases: Case[] = [];
    for (const one of view.cases) cases.push(await this.change(one, step.changes, view));
    const after = this.view(cases);
    if (step.go === 'over') this.deps.wake();
    const urgent = urgentIn(step.changes, view);
    const filled = { view: after, place: placeAfter(step.go, place, after), notes: step.notes };
    return urgent === undefined ? filled : { ...filled, urgent };
  }

  /** Sends a form of which nothing more is to be asked. What was sent or withdrawn before stays as it is. */
  async send(family: string): Promise<FormView> {
    const view = await this.look(family);
    const open = view.cases.filter(({ state }) => state.name === 'incomplete');
    for (const one of open) await this.change(one, [{ kind: 'sent' }], view);
    this.deps.wake();
    return this.look(family);
  }

  private view(cases: readonly Case[]): FormView {
    return viewForm(cases, this.deps.forms);
  }

  private change({ reference }: Case, changes: readonly FormChange[], view: FormView): Promise<Case> {
    return this.deps.cases.change(reference, (before, at) =>
      changes.reduce((one, change) => this.changeFor(change, one, view)(one, at), before),
    );
  }

  private changeFor(change: FormChange, one: Case, view: FormView): Change {
    switch (change.kind) {
      case 'told':
        return told(fieldsFor(one, change.told, view));
      case 'passed_over': {
        const isAsked = itemOf(view, change.question)?.references.includes(one.reference) ?? false;
        return isAsked ? passedOver(change.question, change.how) : unchanged;
      }
      case 'begun_again':
        return begunAgain;
      case 'sent':
        return sent(followsFrom(one), this.deps.contactKey({ ...view.told, ...toldOf(one) }));
      case 'withdrawn':
        return withdrawn;
      default:
        return assertNever(change);
    }
  }
}

/** What the options that were chosen say of danger. */
function urgentIn(changes: readonly FormChange[], { items }: FormView): string | undefined {
  const chosen = changes.flatMap((change) => (change.kind === 'told' ? Object.entries(change.told) : []));
  const options = items.flatMap(({ question }) =>
    question.options.filter(({ id }) => chosen.some(([field, value]) => field === question.id && value === id)),
  );
  return options.find(({ urgent }) => urgent !== undefined)?.urgent;
}

/** Where no form is being filled in. */
const NOWHERE = { questions: [], told: {} };

const unchanged: Change = (before) => before;

/** What was told for a case: not the answers to questions about another one of the same message. */
function fieldsFor({ reference }: Case, news: Told, { items }: FormView): Told {
  const foreign = new Set(
    items.filter(({ references }) => !references.includes(reference)).map(({ question }) => question.id),
  );
  return Object.fromEntries(Object.entries(news).filter(([field]) => !foreign.has(field)));
}

const toldOf = ({ facts }: Case): Told =>
  Object.fromEntries(Object.entries(facts).map(([field, { value }]) => [field, value]));

/** What a case that is sent leads to, beside telling the team. Nothing is mailed unless they said that it is safe. */
function followsFrom({ facts, matter }: Case): readonly ('acknowledge' | 'suppress')[] {
  const isMailed = facts.email !== undefined && facts.safe?.value === 'yes';
  const isOptOut = matter.startsWith('opt_out_');
  return [...(isMailed ? (['acknowledge'] as const) : []), ...(isOptOut ? (['suppress'] as const) : [])];
}

function placeAfter(go: Go, before: Place, view: FormView): Place | undefined {
  if (go === 'over') return undefined;
  if (go !== 'next') return go;
  return placeOf(nextOpen(view, before.at === 'question' ? before.id : undefined));
}

/** What was told of questions that every form may ask. */
function sharedBy({ told }: FormView, { sharedQuestions }: FormSource): Told {
  const shared = new Set<string>([...CONTACT_FIELDS, ...sharedQuestions.map(({ id }) => id)]);
  return Object.fromEntries(Object.entries(told).filter(([field]) => shared.has(field)));
}

const placeOf = (item: ReturnType<typeof nextOpen>): Place =>
  item ? { at: 'question', id: item.question.id } : { at: 'summary' };
