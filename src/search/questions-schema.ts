import { z } from 'zod';

import { BLOCK_NAME } from './question-blocks';
import { FLOWS, type Flow } from './understanding';

/** Characters: about the width of a button on a phone. */
export const LONGEST_TITLE = 60;
const MOST_PASSAGES = 4;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id: write small letters, digits and single hyphens');

/** A passage of the notice: section/first-words. */
const passageId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is no passage id: section/first-words');

const WRITE_A_BLOCK = 'write "|" after the name of the batch, and the questions below it, one a line';

/** Questions by the batch that they belong to. The blocks of lines have been taken out and stand here by name. */
const asked = z
  .record(id, z.string(WRITE_A_BLOCK).regex(BLOCK_NAME, WRITE_A_BLOCK))
  .refine((batches) => Object.keys(batches).length > 0, 'has no questions');

const topic = z.strictObject({
  topic: id,
  title: z.string().trim().min(1).max(LONGEST_TITLE, `is longer than a button: ${LONGEST_TITLE} characters at most`),
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
export const askedSmalltalkSchema = asked;

/** content/questions/not-asked-about.yaml: a reason for each passage; a file without entries is empty for YAML. */
export const notAskedAboutSchema = z
  .record(passageId, z.string().trim().min(1))
  .nullable()
  .transform((reasons) => reasons ?? {});
