import type { PassedOver } from '../rights/case';
import type { Question } from './form';
import type { Command } from './command';
import type { FormStep, Go, Note, Place, Uncancelled } from './form-step';
import { openRequired, type FormView } from './form-view';

type AtQuestion = Extract<Place, { readonly at: 'question' }>;

const PASSES: Readonly<Partial<Record<Command['name'], PassedOver>>> = {
  skip: 'skipped',
  unknown: 'unknown',
  refuse: 'refused',
};

/** What a command does while a question is asked; undefined for one that means nothing there, such as "yes". */
export function stepCommand(
  command: Command,
  asked: Question,
  place: AtQuestion,
  view: FormView,
): FormStep | undefined {
  const how = PASSES[command.name];
  if (how) return passOver(asked, how, place);
  switch (command.name) {
    case 'why':
      return stay(place, { kind: 'why', question: asked.id });
    case 'back':
      return goBack(asked, place, view);
    case 'send':
      return goToSummary(view);
    default:
      return stepAnywhere(command, place);
  }
}

/** What a command does at a question and at the summary alike. */
export function stepAnywhere(command: Command, place: Uncancelled): FormStep | undefined {
  switch (command.name) {
    case 'change':
      return { changes: [], go: changeFrom(place, command.question), notes: [] };
    case 'cancel':
      return { changes: [], go: { at: 'cancel', from: place }, notes: [] };
    case 'withdraw':
      return { changes: [], go: { at: 'cancel', from: place, isWithdrawal: true }, notes: [] };
    case 'keep':
      return { changes: [], go: 'over', notes: [{ kind: 'kept' }] };
    case 'start_again':
      return { changes: [{ kind: 'begun_again' }], go: 'first', notes: [] };
    case 'later':
    case 'person':
      return stay(place, { kind: command.name });
    case 'carry_on':
      return stay(place);
    default:
      return undefined;
  }
}

function changeFrom(place: Uncancelled, id: string): AtQuestion {
  const isOnWay = place.at === 'question' && (!place.isChange || place.isOnWay === true);
  return { at: 'question', id, isChange: true, ...(isOnWay && { isOnWay }) };
}

/** Where the answer to a question leads: on to what is open, or back to the summary. */
export function onFrom({ isChange, isOnWay }: AtQuestion): Go {
  if (!isChange) return 'next';
  return isOnWay ? 'first' : { at: 'summary' };
}

const stay = (place: Place, ...notes: readonly Note[]): FormStep => ({ changes: [], go: place, notes });

/** A way to reply is needed. Who does not want to give one even when told so is not asked a third time. */
export function passOver(asked: Question, how: PassedOver, place: AtQuestion): FormStep {
  if (asked.required && !place.isToldNeeded) return stay({ ...place, isToldNeeded: true }, { kind: 'needed' });
  const option = how === 'unknown' ? asked.unknown : undefined;
  return {
    changes: [
      option === undefined
        ? { kind: 'passed_over', question: asked.id, how }
        : { kind: 'told', told: { [asked.id]: option } },
    ],
    go: onFrom(place),
    notes: [],
  };
}

/** Nobody has to go through every question; what was told is seen once before it is sent. */
function goToSummary(view: FormView): FormStep {
  const open = openRequired(view);
  if (!open) return { changes: [], go: { at: 'summary' }, notes: [{ kind: 'not-sent-yet' }] };
  return { changes: [], go: { at: 'question', id: open.question.id }, notes: [{ kind: 'needed' }] };
}

function goBack(asked: Question, place: AtQuestion, { items }: FormView): FormStep {
  if (place.isChange) return { changes: [], go: onFrom(place), notes: [] };
  const before = items[items.findIndex(({ question }) => question.id === asked.id) - 1];
  if (!before) return stay(place, { kind: 'at-first' });
  return { changes: [], go: { at: 'question', id: before.question.id }, notes: [] };
}
