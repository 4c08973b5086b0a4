import { z } from 'zod';

import { BATCHES_NAME } from './question-batches';
import { FLOWS, type Flow } from './understanding';

/** Characters of a sentence that is read at a glance. */
const LONGEST_SAYS = 100;
/** Characters: about the width of a button on a phone. */
export const LONGEST_TITLE = 60;
const MOST_PASSAGES = 4;
/** Characters of the words that stand for a topic inside a question. */
const LONGEST_ABOUT = 60;

/** The form of the ids of topics and batches. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(ID, 'is no id: write small letters, digits and single hyphens');

/** A passage of the notice: section/first-words. */
const passageId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is no passage id: section/first-words');

const WRITE_BATCHES = 'write batches below it: a name, ": |", and the questions under that, one a line';

/** Questions by the batch that they belong to. They have been taken out, and a name for them stands here. */
const asked = z.string(WRITE_BATCHES).regex(BATCHES_NAME, WRITE_BATCHES);

const topic = z.strictObject({
  topic: id,
  title: z.string().trim().min(1).max(LONGEST_TITLE, `is longer than a button: ${LONGEST_TITLE} characters at most`),
  says: z.string().trim().min(1).max(LONGEST_SAYS, `is longer than ${LONGEST_SAYS} characters`).optional(),
  about: z.string().trim().min(1).max(LONGEST_ABOUT, `is longer than ${LONGEST_ABOUT} characters`).optional(),
  'not-told': z.array(id).optional(),
  passages: z
    .array(passageId)
    .min(1, 'name the passage that answers')
    .max(MOST_PASSAGES, `name ${MOST_PASSAGES} passages at most`)
    .refine((passages) => new Set(passages).size === passages.length, 'a passage stands there twice'),
  asked,
});

/** content/questions/<section of the notice>.yaml */
export const topicsSchema = z.array(topic);

/** content/questions/flows.yaml: not every flow needs questions of its own. */
export const askedFlowsSchema = z.strictObject(
  Object.fromEntries(FLOWS.map((flow) => [flow, asked.optional()])) as Record<Flow, z.ZodOptional<typeof asked>>,
);

/** content/questions/beyond.yaml */
export const beyondSchema = z.strictObject({ off_topic: asked, not_in_notice: asked });

/** content/questions/smalltalk.yaml */
export const askedSmalltalkSchema = z.strictObject({ asked });

/** content/questions/not-asked-about.yaml: a reason for each passage; a file without entries is empty for YAML. */
export const notAskedAboutSchema = z
  .record(passageId, z.string().trim().min(1))
  .nullable()
  .transform((reasons) => reasons ?? {});
