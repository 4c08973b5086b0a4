import { CONTACT_FIELDS, type Case } from '../rights/case';
import { told } from '../rights/case-changes';
import type { Cases, Raised } from '../rights/cases';
import { changeCase, fieldsFor, leaveOut, madeUntrueBy } from './change-case';
import type { Told } from './form';
import type { FormReaders } from './form-readers';
import type { FormMessage, FormStep, Note, Place } from './form-step';
import { askedBy, viewForm, type FormSource, type FormView } from './form-view';
import { markOf, stepMade, type Said } from './last-step';
import { limitStep } from './limit-step';
import { notesOn } from './notes-on';
import { firstPlace, placeAfter } from './place-after';
import { ABOUT_DETAILS } from './read-own-contact';
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
    if (recorded.length === 0) return { view: this.view([]), place: undefined, notes: [TOO_MANY] };
    this.deps.wake();
    const earlier = before.filter(({ family }) => !recorded.some((one) => one.family === family));
    const { view, notes, facts } = await this.tellAtOnce(recorded, earlier, raised);
    const isKnown = recorded.some((one) => Object.keys(toldBefore(one, earlier, forms)).length > 0);
    const fromBefore: readonly Note[] = isKnown ? [{ kind: 'from-before' }] : [];
    const filled = { view, place: firstPlace(view), notes: [...fromBefore, ...notes] };
    return withHelp(filled, { ...raised.told, ...facts });
  }

  /**
   * Records more beside what is being filled in. What was told already is not asked again, and what the message tells counts
   * for all of it.
   */
  async addTo(
    raised: Raised,
    { message, view: before, place }: Before,
  ): Promise<Filled & { readonly added: readonly Case[] }> {
    const { cases, forms, readers } = this.deps;
    const family = before.cases[0]?.family;
    const added = await cases.record({ ...raised, family });
    for (const one of added) {
      const known = leaveOut(toldBefore(one, before.cases, forms), Object.keys(one.facts));
      await cases.change(one.reference, told(known));
    }
    const view = await this.look(family ?? '');
    const again = await this.again(message, view, place);
    if (again) return { ...again, added };
    const reading = readers.readAnswer(raised.text, undefined, view.questions, view.told);
    const facts = 'facts' in reading ? leaveOut(reading.facts, Object.keys(raised.told)) : {};
    const step: FormStep = {
      changes: [{ kind: 'told', told: facts }],
      go: place.at === 'summary' ? 'first' : 'here',
      notes: [...(added.length === 0 ? [TOO_MANY] : []), ...notesOn(facts, undefined, view)],
    };
    const filled = await this.take(limitStep(step, view.cases), { message, view, place });
    return { ...withHelp(filled, { ...raised.told, ...facts }), added };
  }

  /**
   * Puts with cases what was told of earlier ones, and what the message that raised them tells beside. Of a message that
   * comes once more, nothing replaces what was told since.
   */
  private async tellAtOnce(recorded: readonly Case[], earlier: readonly Case[], raised: Raised) {
    const { forms, readers } = this.deps;
    const view = { ...this.view(recorded), told: raised.told };
    const reading = readers.readAnswer(raised.text, undefined, view.questions, raised.told);
    const facts =
      'facts' in reading ? leaveOut(reading.facts, [...Object.keys(raised.told), ...notTheirOwn(recorded)]) : {};
    const cases: Case[] = [];
    for (const one of recorded) {
      const all = {
        ...leaveOut(toldBefore(one, earlier, forms), madeUntrueBy(facts)),
        ...fieldsFor(one, { told: facts }, view),
      };
      cases.push(await this.deps.cases.change(one.reference, told(leaveOut(all, Object.keys(one.facts)))));
    }
    return { view: this.view(cases), notes: notesOn(facts, undefined, view), facts };
  }

  /** Whether a message is a command, or answers what is asked; undefined where it is neither. */
  readingOf({ text, answers }: Said, view: FormView, place: Place): 'command' | 'answer' | undefined {
    const { readCommand, readAnswer } = this.deps.readers;
    const asked = askedBy(answers, view, place);
    const questions = view.items.map(({ question }) => question);
    if (readCommand(text, { asked, questions, told: view.told })) return 'command';
    // Words of any kind answer a question for words.
    if (!asked || asked.kind === 'text') return undefined;
    return readAnswer(text, asked, view.questions, view.told).kind === 'answered' ? 'answer' : undefined;
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
    return { view, place: firstPlace(view), notes: [] };
  }

  /** What a message does; undefined where it is not about the form. */
  async step(message: FormMessage, view: FormView, place: Place): Promise<Filled | undefined> {
    const made = await this.again(message, view, place);
    if (made) return made;
    const step = stepForm(message, place, view, this.deps.readers);
    if (!step) return undefined;
    // A case that takes no more answers does not keep help from anybody.
    return withHelp(await this.take(limitStep(step, view.cases), { message, view, place }), toldIn(step));
  }

  /**
   * What a message does that comes once more, since its turn was cut off or failed after a case was changed; undefined for
   * any other.
   */
  async again(message: Said, view: FormView, place: Place): Promise<Filled | undefined> {
    const mark = markOf(message, place);
    const family = await this.deps.cases.family(view.cases[0]?.family ?? '');
    const step = stepMade(family, mark);
    if (!step) return undefined;
    // What it has withdrawn already is not looked at any more.
    const isMeant = ({ reference, lastStep }: Case): boolean =>
      lastStep?.mark === mark || view.cases.some((one) => one.reference === reference);
    return this.take(step, { message, view: this.view(family.filter(isMeant)), place });
  }

  private async take(step: FormStep, { message, view, place }: Before): Promise<Filled> {
    const mark = markOf(message, place);
    const cases: Case[] = [];
    for (const one of view.cases) cases.push(await this.change(one, step, view, mark));
    const after = this.view(cases);
    if (step.go === 'over') this.deps.wake();
    const asked = message.answers ?? (place.at === 'question' ? place.id : undefined);
    const filled = { view: after, place: placeAfter(step.go, asked, place, after), notes: step.notes };
    return withHelp(filled, toldIn(step));
  }

  /** Sends a form of which nothing more is to be asked. What was sent or withdrawn before stays as it is. */
  async send(family: string): Promise<FormView> {
    const view = await this.look(family);
    const open = view.cases.filter(({ state }) => state.name === 'incomplete');
    for (const one of open) await this.change(one, SENDING, view);
    this.deps.wake();
    return this.look(family);
  }

  private view(cases: readonly Case[]): FormView {
    return viewForm(cases, this.deps.forms);
  }

  /** @param mark of the message that makes the step; one that has been made already changes nothing */
  private change({ reference }: Case, step: FormStep, view: FormView, mark?: string): Promise<Case> {
    return this.deps.cases.change(reference, (before, at) => {
      if (mark !== undefined && before.lastStep?.mark === mark) return before;
      const changed = step.changes.reduce(
        (one, change) => changeCase(change, one, view, this.deps.contactKey)(one, at),
        before,
      );
      return changed === before || mark === undefined ? changed : { ...changed, lastStep: { mark, step } };
    });
  }
}

const notTheirOwn = (recorded: readonly Case[]): readonly string[] =>
  recorded.some(({ matter }) => ABOUT_DETAILS.includes(matter)) ? [...CONTACT_FIELDS, 'name', 'place'] : [];

/** What a message comes to. */
export interface Before {
  readonly message: Said;
  readonly view: FormView;
  readonly place: Place;
}

const toldIn = ({ changes }: FormStep): Told =>
  changes.reduce<Told>((all, change) => (change.kind === 'told' ? { ...all, ...change.told } : all), {});

/** With the sign of danger of an option that a message has chosen. */
function withHelp(filled: Filled, news: Told): Filled {
  const options = filled.view.questions.flatMap(({ id, options: all }) =>
    all.filter((option) => option.id === news[id]),
  );
  const urgent = options.find((option) => option.urgent !== undefined)?.urgent;
  return urgent === undefined ? filled : { ...filled, urgent };
}

/** Earlier cases of a conversation from which something may be taken over. */
const MOST_BEFORE = 10;

const TOO_MANY: Note = { kind: 'too-many' };

const SENDING: FormStep = { changes: [{ kind: 'sent' }], go: 'over', notes: [] };
