import type { Command } from './command';
import type { FormReaders } from './form-readers';
import type { FormMessage, FormStep } from './form-step';
import { openRequired, type FormView } from './form-view';
import { notesOn } from './notes-on';
import { stepAnywhere } from './step-command';

const SUMMARY = { at: 'summary' } as const;

/** What a message does while a person checks their answers. Only "send" sends. */
export function stepSummary(
  { text, isAside }: FormMessage,
  command: Command | undefined,
  view: FormView,
  readers: FormReaders,
): FormStep | undefined {
  const commanded = command && stepSummaryCommand(command, view);
  if (commanded) return commanded;
  const reading = readers.readAnswer(text, undefined, view.questions, view.told);
  if (reading.kind === 'also' || reading.kind === 'answered') {
    return {
      changes: [{ kind: 'told', told: reading.facts }],
      go: SUMMARY,
      notes: notesOn(reading.facts, undefined, view),
    };
  }
  if (reading.kind === 'problem') return askReplyAgain(view);
  return isAside ? undefined : NOT_SENT;
}

const NOT_SENT: FormStep = { changes: [], go: SUMMARY, notes: [{ kind: 'not-sent-yet' }] };

/** Who puts an e-mail address right, and mistypes it once more, is told so where it can be put right. */
function askReplyAgain({ items }: FormView): FormStep {
  const id = items.find(({ question: { kind } }) => kind === 'contact')?.question.id;
  if (id === undefined) return NOT_SENT;
  return { changes: [], go: { at: 'question', id, isChange: true }, notes: [{ kind: 'problem', question: id }] };
}

function stepSummaryCommand(command: Command, view: FormView): FormStep | undefined {
  switch (command.name) {
    case 'send':
    case 'yes':
      return send(view);
    case 'no':
      return { changes: [], go: SUMMARY, notes: [{ kind: 'what-to-change' }] };
    case 'back':
      return goBack(view);
    default:
      return stepAnywhere(command, SUMMARY);
  }
}

function send(view: FormView): FormStep {
  const open = openRequired(view);
  if (!open) return { changes: [{ kind: 'sent' }], go: 'over', notes: [] };
  return { changes: [], go: { at: 'question', id: open.question.id }, notes: [{ kind: 'needed' }] };
}

function goBack({ items }: FormView): FormStep {
  const last = items.at(-1);
  return { changes: [], go: last ? { at: 'question', id: last.question.id, isChange: true } : SUMMARY, notes: [] };
}
