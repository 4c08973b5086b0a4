import { z } from 'zod';

import type { SectionText } from '../notice/section-texts';
import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { brokenPromise } from './broken-promise';
import { PERIOD } from './kept-until';
import {
  COMPANION_CLASSES,
  KEPT_CLASSES,
  SCHEDULE_FILE,
  TIMED_CLASSES,
  type Basis,
  type Schedule,
  type TimedEntry,
} from './schedule';

/** What codes need, whatever a schedule says: wrong tries count for a day. See codes-of-reference.ts. */
const PERIOD_OF_CODES = 'P1D';

const words = z.string().trim().min(1, 'write some words');
const period = z.string().regex(PERIOD, 'write a period like P2Y, P6M or P90D');

const basis = {
  section: words.optional(),
  promise: words.optional(),
  why: words.optional(),
};

type BasisKeys = {
  readonly section?: string | undefined;
  readonly promise?: string | undefined;
  readonly why?: string | undefined;
};

function checkBasis({ section, promise, why }: BasisKeys, context: z.RefinementCtx): void {
  const isPromise = section !== undefined && promise !== undefined;
  const isOwn = section === undefined && promise === undefined && why !== undefined;
  if (isPromise === (why !== undefined) || !(isPromise || isOwn)) {
    context.addIssue("give the notice's own words (section and promise), or else say why");
  }
}

function basisOf({ section, promise, why }: BasisKeys): Basis {
  return promise === undefined ? { kind: 'own', why: why ?? '' } : { kind: 'promise', section: section ?? '', promise };
}

const timed = ({ from, then }: (typeof TIMED_CLASSES)[keyof typeof TIMED_CLASSES]) =>
  z
    .strictObject({
      label: words,
      period,
      from: z.literal(from, `this class counts from ${from}`),
      then: z.enum(then as readonly ('delete' | 'anonymise')[], `this class can only be: ${then.join(', ')}`),
      review: period.optional(),
      ...basis,
    })
    .superRefine(checkBasis)
    .transform((entry): TimedEntry => {
      const { label, period: length, then: what, review } = entry;
      return { label, period: length, then: what, review, basis: basisOf(entry) };
    });

const untimed = (key: 'then' | 'goes-with', value: string) =>
  z
    .strictObject({ label: words, [key]: z.literal(value, `this class has ${key}: ${value}`), ...basis })
    .superRefine(checkBasis)
    .transform((entry) => ({ label: entry.label, basis: basisOf(entry) }));

const timedClasses = Object.entries(TIMED_CLASSES).map(([id, rule]) => [id, timed(rule)] as const);
const keptClasses = KEPT_CLASSES.map((id) => [id, untimed('then', 'keep')] as const);
const companions = Object.entries(COMPANION_CLASSES).map(([id, other]) => [id, untimed('goes-with', other)] as const);

const schema = (sections: readonly SectionText[]) =>
  z
    .strictObject({
      classes: z.strictObject(Object.fromEntries([...timedClasses, ...keptClasses, ...companions])),
      freeze: z.strictObject({ 'after-closing': period, why: words }),
      hold: z.strictObject({ 'review-within': period, why: words }),
    })
    .superRefine(({ classes }, context) => {
      const entries = classes as Readonly<Record<string, TimedEntry | undefined>>;
      // One that is wrong in itself was not made into an entry.
      const isEntry = (entry: TimedEntry | undefined): entry is TimedEntry => entry !== undefined && 'basis' in entry;
      const code = entries.one_time_code;
      if (isEntry(code) && code.period !== PERIOD_OF_CODES) {
        const path = ['classes', 'one_time_code', 'period'];
        context.addIssue({ code: 'custom', path, message: `wrong tries of codes count for a day: ${PERIOD_OF_CODES}` });
      }
      for (const id of Object.keys(TIMED_CLASSES)) {
        const entry = entries[id];
        for (const { key, problem } of isEntry(entry) ? brokenPromise(entry, sections) : []) {
          const path = ['classes', id, key];
          context.addIssue({ code: 'custom', path, message: problem, params: { rule: 'promise' } });
        }
      }
    })
    .transform(({ classes, freeze, hold }): Schedule => {
      const pick = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, classes[id]]));
      // The schema has seen to it that each class is there, in its own form.
      const parts = {
        timed: pick(Object.keys(TIMED_CLASSES)),
        kept: pick(KEPT_CLASSES),
        companions: pick(Object.keys(COMPANION_CLASSES)),
      } as unknown as Pick<Schedule, 'timed' | 'kept' | 'companions'>;
      return {
        ...parts,
        freeze: { afterClosing: freeze['after-closing'] },
        hold: { reviewWithin: hold['review-within'] },
      };
    });

/**
 * Reads retention.yaml of the content folder.
 *
 * @param sections of the notices that it must agree with
 */
export function loadSchedule(contentDir: string, sections: readonly SectionText[]): Loaded<Schedule | undefined> {
  return readYaml(contentDir, SCHEDULE_FILE, schema(sections));
}
