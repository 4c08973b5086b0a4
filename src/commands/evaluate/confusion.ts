import type { Outcome } from './ask-questions';

/** How often what was wanted led to what was shown. */
export interface Confusion {
  /** What was wanted: sections of the notice, and kinds. */
  readonly rows: readonly string[];
  /** What was shown: the same names, and what nobody wants by itself. */
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly counts: readonly (readonly number[])[];
}

const SILENT = { off_topic: 'another matter', not_in_notice: 'not in the notice' } as const;
const REQUEST = 'a request';
const SMALLTALK = 'small talk';
export const ASKED_BACK = '"did you mean"';
const OTHERS = [REQUEST, SMALLTALK, SILENT.off_topic, SILENT.not_in_notice];

/**
 * Counts what was shown for what was wanted, sections of the notice apart.
 * @param sections titles in the order of the notice
 */
export function confusionOf(outcomes: readonly Outcome[], sections: readonly string[]): Confusion {
  const pairs = outcomes.map((outcome) => [wantedName(outcome), shownName(outcome)] as const);
  const rows = [...sections, ...OTHERS].filter((name) => pairs.some(([wanted]) => wanted === name));
  const columns = [...sections, ...OTHERS, ASKED_BACK, 'danger'].filter((name) =>
    pairs.some((pair) => pair.includes(name)),
  );
  const counts = rows.map((row) =>
    columns.map((column) => pairs.filter(([wanted, shown]) => wanted === row && shown === column).length),
  );
  return { rows, columns, counts };
}

function wantedName({ question: { kind, section, why } }: Outcome): string {
  if (kind === 'answer') return section ?? '';
  if (kind === 'decline') return SILENT[why ?? 'not_in_notice'];
  return kind === 'flow' ? REQUEST : SMALLTALK;
}

function shownName({ kind, shown, section }: Outcome): string {
  switch (kind) {
    case 'answer':
      return section ?? '';
    case 'decline':
      return shown.startsWith('decline off_topic') ? SILENT.off_topic : SILENT.not_in_notice;
    case 'flow':
      return REQUEST;
    case 'smalltalk':
      return SMALLTALK;
    case 'clarify':
      return ASKED_BACK;
    case 'summary':
      return 'summary';
    case 'urgent':
      return 'danger';
  }
}
