import type { Question, Told } from './form';
import type { Command } from './command';
import type { FormReaders } from './form-readers';
import type { FormChange, FormMessage, FormStep, Note, Place, Uncancelled } from './form-step';
import { askedBy, type FormView } from './form-view';
import { notesOn } from './notes-on';
import type { AnswerProblem, Reading } from './reading';
import { stepCancel } from './step-cancel';
import { onFrom, passOver, stepAnywhere, stepCommand } from './step-command';
import { stepElsewhere } from './step-elsewhere';
import { stepSummary } from './step-summary';

/** What a message does to a form; undefined where it is not about the form at all. */
export function stepForm(
  message: FormMessage,
  place: Place,
  view: FormView,
  readers: FormReaders,
): FormStep | undefined {
  const shown = place.at === 'question' ? place.id : undefined;
  const answers = message.answers ?? shown;
  const asked = askedBy(answers, view, place);
  const command = readers.readCommand(message.text, { asked, questions: applyingTo(view), told: view.told });
  const at: InForm = { command, place, view, readers };
  if (place.at !== 'cancel' && message.remark) return stepRemark(message.remark, place);
  if (!asked) return answers === undefined ? stepUnasked(message, at) : stepGone(message, at);
  const step = stepQuestion(message, asked, at);
  return step && answers !== shown ? stepElsewhere(step, asked, place) : step;
}

interface InForm {
  readonly command: Command | undefined;
  readonly place: Place;
  readonly view: FormView;
  readonly readers: FormReaders;
}

/** Where no question stands. */
const stepUnasked = (message: FormMessage, { command, place, view, readers }: InForm): FormStep | undefined =>
  place.at === 'cancel' ? stepCancel(message, command, place) : stepSummary(message, command, view, readers);

/** A question that is not asked any more has no answer. What else the message tells counts. */
function stepGone(message: FormMessage, { command, place, view, readers }: InForm): FormStep | undefined {
  const commanded = command && place.at !== 'cancel' && stepAnywhere(command, place);
  if (commanded) return commanded;
  const reading = readers.readAnswer(message.text, undefined, view.questions, view.told);
  if ('facts' in reading) {
    const { facts } = reading;
    return { changes: [{ kind: 'told', told: facts }], go: 'here', notes: notesOn(facts, undefined, view) };
  }
  return message.isAside ? undefined : { changes: [], go: 'here', notes: command ? [] : [{ kind: 'unread' }] };
}

/** Who was not understood may have meant no request at all; who did not understand hears why we ask. */
function stepRemark(remark: NonNullable<FormMessage['remark']>, place: Uncancelled): FormStep {
  if (remark === 'not-it') return { changes: [], go: { at: 'cancel', from: place }, notes: [] };
  const isWhy = remark === 'more-simply' && place.at === 'question';
  return { changes: [], go: place, notes: isWhy ? [{ kind: 'why', question: place.id }] : [] };
}

function stepQuestion(message: FormMessage, asked: Question, at: InForm): FormStep | undefined {
  const { command, view, readers } = at;
  const place = asksFor(asked, at.place);
  const commanded = command && stepCommand(command, asked, place, view);
  if (commanded) return commanded;

  const reading = readers.readAnswer(message.text, asked, view.questions, view.told);
  // Words of any kind answer a question for words; so there an aside counts first.
  if (message.isAside && (reading.kind !== 'answered' || asked.kind === 'text')) return undefined;
  return stepReading(reading, asked, { place, isShown: place === at.place }, view);
}

interface Asked {
  readonly place: QuestionPlace;
  /** Whether it is asked there, rather than in another window. */
  readonly isShown: boolean;
}

function stepReading(reading: Reading, asked: Question, { place, isShown }: Asked, view: FormView): FormStep {
  // Who has no way to reply does not want to say so a third time.
  if (reading.kind === 'problem' && reading.problem === 'no-way') return passOver(asked, 'unknown', place);
  if (reading.kind === 'problem') {
    return missed(
      asked,
      place,
      { kind: 'problem', question: mistyped(reading.problem, asked, view).id },
      reading.facts,
    );
  }
  if (reading.kind === 'nothing') return missed(asked, place, whatToDo(asked), {});
  const { isChange } = place;
  const isAnswered = reading.kind === 'answered';
  return {
    changes: [
      { kind: 'told', told: reading.facts, ...(isAnswered && { asked: asked.id, isInstead: isChange === true }) },
    ],
    go: isAnswered ? onFrom(place) : place,
    notes: notesOn(reading.facts, isAnswered && isShown && !isChange ? asked : undefined, view),
  };
}

const applyingTo = ({ items }: FormView): readonly Question[] => items.map(({ question }) => question);

type QuestionPlace = Extract<Place, { readonly at: 'question' }>;

/** The place of the question that a message answers: the one that is asked, or one that another window still shows. */
function asksFor({ id }: Question, place: Place): QuestionPlace {
  return place.at === 'question' && place.id === id ? place : { at: 'question', id };
}

/** An e-mail address that is put right, and mistyped once more, is no wrong answer to what is asked. */
function mistyped(problem: AnswerProblem, asked: Question, { items }: FormView): Question {
  const isOther = problem === 'email' && asked.kind !== 'contact';
  return (isOther && items.find(({ question: { kind } }) => kind === 'contact')?.question) || asked;
}

/** What can be done, rather than that we did not follow. */
const whatToDo = ({ id, problem }: Question): Note =>
  problem === undefined ? { kind: 'unread' } : { kind: 'problem', question: id };

/** Messages in a row without an answer after which nobody is asked the same once more. */
const MOST_MISSES = 2;

function missed(asked: Question, place: QuestionPlace, note: Note, beside: Told): FormStep {
  const { misses = 0 } = place;
  const told: FormChange = { kind: 'told', told: beside };
  if (misses >= MOST_MISSES && !asked.required && asked.kind !== 'text') {
    const passed = passOver(asked, 'unknown', place);
    return { ...passed, changes: [told, ...passed.changes], notes: [{ kind: 'left-open' }] };
  }
  if (misses === MOST_MISSES && asked.required) {
    return { changes: [told], go: { ...place, misses: misses + 1, isToldNeeded: true }, notes: [{ kind: 'needed' }] };
  }
  return { changes: [told], go: { ...place, misses: misses + 1 }, notes: notesFor(note, asked, misses) };
}

/** The words about a problem say themselves that a question can be passed over. */
const notesFor = (note: Note, { required }: Question, misses: number): readonly Note[] =>
  note.kind === 'unread' && misses > 0 && !required ? [note, { kind: 'may-skip' }] : [note];
