import { z } from 'zod';

import { checkForm } from './check-form';
import { checkWhen } from './check-when';
import type { Question, ReceiptParagraph } from './form';
import { addIssues, id, ownQuestion, prose, when, words } from './question-schema';

const paragraph = z.strictObject({ text: prose, when });
const fact = z.strictObject({ label: words, text: prose, when });

/** content/rights/paragraphs.yaml. Only what shared questions tell can decide whether a shared paragraph applies. */
export function sharedParagraphsSchema(questions: ReadonlyMap<string, Question>) {
  return z
    .record(id, paragraph)
    .superRefine((paragraphs, context) => {
      const problems = Object.entries(paragraphs).flatMap(([name, one]) => checkWhen(one.when, questions, [name]));
      addIssues(context, problems);
    })
    .transform((paragraphs) => new Map(Object.entries(paragraphs)));
}

/** What forms share, by the names that they use for it. */
export interface Shared {
  readonly questions: ReadonlyMap<string, Question>;
  readonly paragraphs: ReadonlyMap<string, ReceiptParagraph>;
  /** Of danger; unknown where they are not to be checked. */
  readonly signs: readonly string[] | undefined;
}

/** content/rights/<matter>.yaml. In its lists a plain word names something shared; what has keys is the form's own. */
export function formSchema({ questions, paragraphs, signs }: Shared) {
  return z
    .strictObject({
      'asks-for': words,
      understood: prose,
      questions: z.array(sharedOr(ownQuestion, questions, 'questions.yaml')),
      receipt: z.strictObject({
        heading: words,
        facts: z.array(fact).default([]),
        next: z.array(sharedOr(paragraph, paragraphs, 'paragraphs.yaml')),
      }),
    })
    .superRefine((form, context) => addIssues(context, checkForm(form, questions, signs)))
    .transform(({ 'asks-for': asksFor, ...form }) => ({ ...form, asksFor }));
}

/** No union of the two: its problems would not tell what is wrong inside an own one. */
function sharedOr<T>(own: z.ZodType<T>, shared: ReadonlyMap<string, T>, file: string) {
  return z.unknown().transform((item, context): T => {
    if (typeof item === 'string') {
      const found = shared.get(item);
      if (found) return found;
      context.addIssue({ code: 'custom', message: `${file} has no "${item}"` });
      return z.NEVER;
    }
    const read = own.safeParse(item);
    if (read.success) return read.data;
    for (const issue of read.error.issues) context.addIssue({ ...issue });
    return z.NEVER;
  });
}
