import { z } from 'zod';

import { CONTACT_FIELDS } from '../rights/case';
import { checkSigns } from './check-signs';
import { checkWhen, type FormProblem } from './check-when';
import { CONTACT, QUESTION_KINDS } from './form';
import { sentencesOf, wordsOf } from './reading-age';

/** A digit first would change the order of options. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Words. An average hides one long sentence, so that the reading age would not tell of it. GOV.UK's limit: 25. */
const LONGEST_SENTENCE = 25;

/** What is filled or meant by the ways to reply. */
const RESERVED: readonly string[] = [CONTACT, ...CONTACT_FIELDS];

/** A heading, or what stands on a button. */
export const words = z.string().trim().min(1, 'write some words');
export const prose = words.refine(
  (text) => sentencesOf([text]).every((sentence) => wordsOf(sentence).length <= LONGEST_SENTENCE),
  `has a sentence of more than ${LONGEST_SENTENCE} words`,
);
export const id = z.string().regex(ID, 'is no id: write small letters, digits and single hyphens, a letter first');
const questionId = id.refine((name) => !RESERVED.includes(name), 'is a name of the ways to reply; take another one');

/** Values of fields; an empty one stands for a field of which nothing was told. */
export const when = z.record(id, z.array(z.union([z.literal(''), id])).min(1, 'name the values')).default({});

const option = z
  .strictObject({
    title: words,
    note: words.optional(),
    urgent: words.optional(),
    'said-as': z.array(words).default([]),
    'said-anywhere': z.array(words).default([]),
  })
  .transform(({ 'said-as': saidAs, 'said-anywhere': saidAnywhere, ...rest }) => ({ ...rest, saidAs, saidAnywhere }));

const questionKeys = {
  kind: z.enum(QUESTION_KINDS),
  label: words,
  ask: prose,
  hint: prose.optional(),
  why: prose,
  problem: prose.optional(),
  required: z.boolean().default(false),
  'may-be-question': z.boolean().optional(),
  'may-be-change': z.boolean().optional(),
  options: z.record(id, option).default({}),
  unknown: z.string().optional(),
  when,
};

const sharedQuestion = z.strictObject(questionKeys).superRefine(checkQuestion).transform(withOptionIds);

/** A question of one form alone. */
export const ownQuestion = z
  .strictObject({ id: questionId, ...questionKeys })
  .superRefine(checkQuestion)
  .transform(withOptionIds);

/** content/rights/questions.yaml: a question's id is the key that it stands under. */
export const sharedQuestionsSchema = (signs: readonly string[] | undefined) =>
  z
    .record(questionId, sharedQuestion)
    .transform((read) => new Map(Object.entries(read).map(([name, question]) => [name, { id: name, ...question }])))
    .superRefine((questions, context) => {
      const problems = [...questions].flatMap(([name, question]) => [
        ...checkWhen(question.when, questions, [name]),
        ...checkSigns(question, signs, [name]),
      ]);
      addIssues(context, problems);
    });

/** Tells the editor of each problem, at its place. */
export function addIssues(context: z.RefinementCtx, problems: readonly FormProblem[]): void {
  for (const { path, message } of problems) context.addIssue({ code: 'custom', path: [...path], message });
}

type ReadQuestion = z.infer<z.ZodObject<typeof questionKeys>>;

function withOptionIds<T extends ReadQuestion>({
  options,
  'may-be-question': mayBeQuestion,
  'may-be-change': mayBeChange,
  ...question
}: T) {
  return {
    ...question,
    mayBeQuestion,
    mayBeChange,
    options: Object.entries(options).map(([optionId, rest]) => ({ id: optionId, ...rest })),
  };
}

/** What does not fit together in a question. */
function checkQuestion(question: ReadQuestion, context: z.RefinementCtx): void {
  const { kind, problem, required, unknown, options } = question;
  const tellIf = (wrong: boolean, key: string, message: string) => {
    if (wrong) context.addIssue({ code: 'custom', path: [key], message });
  };
  const isChoice = kind === 'choice';
  const count = Object.keys(options).length;
  tellIf(isChoice && count < 2, 'options', 'a choice needs two options at least');
  tellIf(!isChoice && count > 0, 'options', 'only a choice has options');
  tellIf(unknown !== undefined && !Object.hasOwn(options, unknown), 'unknown', `there is no option "${unknown}"`);
  tellIf(required && kind !== 'contact', 'required', 'only a way to reply can be required');
  tellIf(kind !== 'text' && problem === undefined, 'problem', 'say what to do where the answer cannot be read');
  checkSaid(options, context);
}

/** The same words cannot mean two options. */
function checkSaid(options: ReadQuestion['options'], context: z.RefinementCtx): void {
  const meanings = new Map<string, string>();
  for (const [optionId, { title, saidAs, saidAnywhere }] of Object.entries(options)) {
    for (const said of new Set([title, ...saidAs, ...saidAnywhere].map((text) => text.toLowerCase()))) {
      const other = meanings.get(said);
      const message = `"${said}" already means "${other}"`;
      if (other === undefined) meanings.set(said, optionId);
      else context.addIssue({ code: 'custom', path: ['options', optionId], message });
    }
  }
}
