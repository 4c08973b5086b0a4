import { parseArgs } from 'node:util';

/** What `evaluate` is asked to do. */
export type EvaluateOptions =
  | { readonly what: 'help' }
  | { readonly what: 'own set'; readonly record: boolean; readonly pictures: boolean }
  | { readonly what: 'matters'; readonly record: boolean }
  | { readonly what: 'other set'; readonly file: string }
  | {
      readonly what: 'batches';
      readonly together?: readonly string[] | undefined;
      readonly encoder?: string | undefined;
      readonly fit: boolean;
    }
  | { readonly what: 'wrong usage'; readonly problem: string };

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const OPTIONS = {
  help: flag,
  record: flag,
  pictures: flag,
  matters: flag,
  set: text,
  batches: flag,
  together: text,
  encoder: text,
  fit: flag,
} as const;

/** Which options go with `--batches` and which with the project's own set. */
const OF_BATCHES = ['together', 'encoder', 'fit'] as const;
const OF_OWN_SET = ['record', 'pictures'] as const;

export function readEvaluateOptions(args: readonly string[]): EvaluateOptions {
  try {
    return chosen(parseArgs({ args: [...args], options: OPTIONS }).values);
  } catch (error) {
    return { what: 'wrong usage', problem: error instanceof Error ? error.message : String(error) };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function chosen(values: Values): EvaluateOptions {
  if (values.help) return { what: 'help' };
  return values.matters ? mattersOnly(values) : questionsOf(values);
}

function questionsOf(values: Values): EvaluateOptions {
  const { batches, set, record, pictures, together, encoder, fit } = values;
  const what = batches ? 'batches' : set === undefined ? 'own set' : 'other set';
  const problem =
    misplaced(values, what) ?? (batches && set !== undefined ? '--set does not go with --batches' : undefined);
  if (problem !== undefined) return { what: 'wrong usage', problem };
  if (what === 'batches') return { what, together: listed(together), encoder, fit };
  return set === undefined ? { what: 'own set', record, pictures } : { what: 'other set', file: set };
}

const OTHER_THAN_MATTERS = ['batches', 'set', 'pictures', ...OF_BATCHES] as const;

function mattersOnly(values: Values): EvaluateOptions {
  const other = OTHER_THAN_MATTERS.find((name) => isGiven(values, name));
  if (other === undefined) return { what: 'matters', record: values.record };
  return { what: 'wrong usage', problem: `--${other} does not go with --matters` };
}

const isGiven = (values: Values, name: keyof Values): boolean => values[name] !== undefined && values[name] !== false;

function misplaced(values: Values, what: 'batches' | 'own set' | 'other set'): string | undefined {
  const batchOption = what === 'batches' ? undefined : OF_BATCHES.find((name) => isGiven(values, name));
  if (batchOption) return `--${batchOption} goes with --batches only`;
  const setOption = what === 'own set' ? undefined : OF_OWN_SET.find((name) => isGiven(values, name));
  return setOption && `--${setOption} is for the project's own questions only`;
}

const listed = (names: string | undefined): readonly string[] | undefined =>
  names
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
