import { CONTACT_FIELDS, type Case } from '../rights/case';
import { isFull } from '../rights/case-limits';
import type { Matter } from '../rights/matter';
import type { Place } from './form-step';
import { questionsThatApply, type Form, type Question, type Told } from './form';

/** A question of the form that a person fills in, for one case or several. */
export interface Item {
  readonly question: Question;
  /** The cases that its answer is for. */
  readonly references: readonly string[];
}

/** What is asked about some cases together, and how far that has come. */
export interface FormView {
  readonly cases: readonly Case[];
  /** Those that apply by now, in the order in which they are asked. */
  readonly items: readonly Item[];
  /** Every question that a message may answer, asked or not. */
  readonly questions: readonly Question[];
  readonly told: Told;
}

/** The forms of all matters, and the questions that several of them ask. */
export interface FormSource {
  formFor(matter: Matter): Form;
  readonly sharedQuestions: readonly Question[];
}

/** The cases as one form: what several of them ask for is asked once. */
export function viewForm(cases: readonly Case[], forms: FormSource): FormView {
  const told = toldOf(cases);
  const ofCases = cases.flatMap(({ reference, matter }) =>
    forms.formFor(matter).questions.map((question) => ({ question, references: [reference] })),
  );
  const items = ofCases.reduce<readonly Item[]>((before, added) => addItem(before, added, forms), []);
  const applying = new Set(
    questionsThatApply(
      items.map(({ question }) => question),
      told,
    ),
  );
  const own = items.map(({ question }) => question);
  const unasked = forms.sharedQuestions.filter(({ id }) => !own.some((question) => question.id === id));
  return {
    cases,
    told,
    items: items.filter(({ question }) => applying.has(question)),
    questions: [...own, ...unasked],
  };
}

/** What was told for some cases; of the same field, for the last of them. */
export function toldOf(cases: readonly Case[]): Told {
  return Object.fromEntries(
    cases.flatMap(({ facts }) => Object.entries(facts).map(([field, { value }]) => [field, value])),
  );
}

/** Questions of later cases come before those about the person, which every form ends with. */
function addItem(items: readonly Item[], added: Item, forms: FormSource): readonly Item[] {
  const same = items.find(({ question }) => question.id === added.question.id);
  if (same) {
    const both = { ...same, references: [...same.references, ...added.references] };
    return items.map((item) => (item === same ? both : item));
  }
  const [reference = ''] = added.references;
  const isFirstForm = items.every((item) => item.references.includes(reference));
  const place = isFirstForm ? -1 : aboutThePerson(items, forms);
  return place < 0 ? [...items, added] : items.toSpliced(place, 0, added);
}

/** Where the questions begin that are not about the matter: the first shared one after one of the form's own. */
function aboutThePerson(items: readonly Item[], { sharedQuestions }: FormSource): number {
  const isShared = ({ question }: Item): boolean => sharedQuestions.some(({ id }) => id === question.id);
  const firstOwn = items.findIndex((item) => !isShared(item));
  return items.findIndex((item, at) => at > firstOwn && isShared(item));
}

/** The fields that an answer to a question fills. */
export function fieldsOf({ kind, id }: Question): readonly string[] {
  return kind === 'contact' ? CONTACT_FIELDS : [id];
}

/** Whether a question has an answer, or is not to be asked again. */
export function isDealtWith({ question, references }: Item, { cases }: FormView): boolean {
  const own = cases.filter(({ reference }) => references.includes(reference));
  const fields = fieldsOf(question);
  return own.some(({ facts, passedOver }) => question.id in passedOver || fields.some((field) => field in facts));
}

/** What has to be asked before a form is sent. A case that takes no more answers is sent without. */
export function openRequired(view: FormView): Item | undefined {
  if (view.cases.some(isFull)) return undefined;
  return view.items.find((item) => item.question.required && !isDealtWith(item, view));
}

/**
 * The question to be asked after a given one, which need not apply any more: the next open one, or one before it that is
 * still open.
 */
export function nextOpen(view: FormView, after: string | undefined): Item | undefined {
  const placeOf = (id: string | undefined): number => view.questions.findIndex((question) => question.id === id);
  const open = view.items.filter((item) => !isDealtWith(item, view));
  return open.find(({ question }) => placeOf(question.id) > placeOf(after)) ?? open[0];
}

export function itemOf({ items }: FormView, id: string): Item | undefined {
  return items.find(({ question }) => question.id === id);
}

/** The question that a message answers: the one that its client shows, or the one that is asked. */
export function askedBy(answers: string | undefined, { items }: FormView, place: Place): Question | undefined {
  const id = answers ?? (place.at === 'question' ? place.id : undefined);
  return items.find(({ question }) => question.id === id)?.question;
}

/** The answer to one question of a form, for the cases that it is about. */
export function answerOf({ question, references }: Item, { cases }: FormView): string | undefined {
  return answerTo(question, toldOf(cases.filter(({ reference }) => references.includes(reference))));
}

/** The answer in words: as it was given, or the title of the option. Undefined where nothing was told. */
export function answerTo(question: Question, told: Told): string | undefined {
  const values = fieldsOf(question).flatMap((field) => told[field] ?? []);
  if (values.length === 0) return undefined;
  const titles = values.map((value) => question.options.find(({ id }) => id === value)?.title ?? value);
  return titles.join(', ');
}
