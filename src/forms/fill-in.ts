import type { Case } from '../rights/case';
import { told } from '../rights/case-changes';
import type { Cases, Raised } from '../rights/cases';
import { changeCase, leaveOut, tellCase } from './change-case';
import type { Told } from './form';
import type { FormReaders } from './form-readers';
import type { FormChange, FormMessage, Go, Note, Place } from './form-step';
import { itemOf, nextOpen, viewForm, type FormSource, type FormView } from './form-view';
import { notesOn } from './notes-on';
import { stepForm } from './step-form';
import { toldBefore } from './told-before';

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
    const { cases, forms } = this.deps;
    const { conversationId } = raised;
    const before = conversationId === undefined ? [] : await cases.inConversation(conversationId, MOST_BEFORE);
    const recorded = await cases.record(raised);
    this.deps.wake();
    const earlier = before.filter(({ family }) => !recorded.some((one) => one.family === family));
    const { view, notes } = await this.tellAtOnce(recorded, earlier, raised);
    const isKnown = recorded.some((one) => Object.keys(toldBefore(one, earlier, forms)).length > 0);
    const fromBefore: readonly Note[] = isKnown ? [{ kind: 'from-before' }] : [];
    return { view, place: placeOf(nextOpen(view, undefined)), notes: [...fromBefore, ...notes] };
  }

  /** Records more beside what is being filled in. What was told already is not asked again. */
  async addTo(before: FormView, raised: Raised, place: Place): Promise<Filled> {
    const family = before.cases[0]?.family;
    const recorded = await this.deps.cases.record({ ...raised, ...(family !== undefined && { family }) });
    const { notes } = await this.tellAtOnce(recorded, before.cases, raised);
    const view = await this.look(family ?? recorded[0]?.family ?? '');
    return { view, place: place.at === 'summary' ? placeOf(nextOpen(view, undefined)) : place, notes };
  }

  /** Puts with cases what was told of earlier ones, and what the message that raised them tells beside. */
  private async tellAtOnce(recorded: readonly Case[], earlier: readonly Case[], { text }: Raised) {
    const { forms, readers } = this.deps;
    const view = this.view(recorded);
    const reading = readers.readAnswer(text, undefined, view.questions, view.told);
    const facts = 'facts' in reading ? leaveOut(reading.facts, Object.keys(view.told)) : {};
    const cases: Case[] = [];
    for (const one of recorded) {
      const before = leaveOut(toldBefore(one, earlier, forms), [...Object.keys(one.facts), ...Object.keys(facts)]);
      await this.deps.cases.change(one.reference, told(before));
      cases.push(await this.deps.cases.change(one.reference, tellCase({ told: facts }, one, view)));
    }
    return { view: this.view(cases), notes: notesOn(facts, undefined, view) };
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

  /** What was withdrawn elsewhere meanwhile is not asked about any more. */
  async look(family: string): Promise<FormView> {
    const cases = await this.deps.cases.family(family);
    const kept = cases.filter(({ state }) => state.name !== 'withdrawn');
    return this.view(kept.length > 0 ? kept : cases);
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
      return command === 'withdraw' || command === 'yes'
        ? { view, place: undefined, notes: [{ kind: 'withdrawn' }] }
        : undefined;
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
    const asked = message.answers ?? (place.at === 'question' ? place.id : undefined);
    const filled = { view: after, place: placeAfter(step.go, asked, after, view), notes: step.notes };
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
      changes.reduce((one, change) => changeCase(change, one, view, this.deps.contactKey)(one, at), before),
    );
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

/** Earlier cases of a conversation from which something may be taken over. */
const MOST_BEFORE = 10;

/** Where no form is being filled in. */
const NOWHERE = { questions: [], told: {} };

/** @param asked the question that was answered, which another window may have gone on from */
function placeAfter(go: Go, asked: string | undefined, after: FormView, before: FormView): Place | undefined {
  if (go === 'over') return undefined;
  const last = go === 'next' ? asked : undefined;
  const place = go === 'next' || go === 'first' ? placeOf(nextOpen(after, last)) : go;
  const isUnsafe = SAFE in before.told && !(SAFE in after.told) && itemOf(after, SAFE) !== undefined;
  return place.at === 'summary' && isUnsafe ? { at: 'question', id: SAFE, isChange: true } : place;
}

/** The question that has to be asked anew when the way to reply is another one. */
const SAFE = 'safe';

const placeOf = (item: ReturnType<typeof nextOpen>): Place =>
  item ? { at: 'question', id: item.question.id } : { at: 'summary' };
