import { z } from 'zod';

import { blanksIn } from '../shared/fill-blanks';
import { ID } from './questions-schema';

/** How messages lean on the answer before them: content/follow-ups.yaml. */
export interface FollowUpContent {
  /** Words that tie a new subject to the question before: "what about". */
  readonly joins: readonly string[];
  /** Words at the start and the end that change nothing: "ok", "then". */
  readonly around: readonly string[];
  /** In the order in which they count, where a message asks about several. */
  readonly aspects: readonly Aspect[];
}

/** What can be asked about any matter. */
export interface Aspect {
  /** Never changes: "how-long". */
  readonly aspect: string;
  readonly askedAs: readonly string[];
  /** Whole questions with the blank {about}. The first is for what was talked of; all are for a subject that is named. */
  readonly completed: readonly string[];
  /** The question about all information, where the notice answers that. */
  readonly inGeneral?: string | undefined;
}

const phrase = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, 'has no words');

const question = phrase.refine((text) => blanksIn(text).join() === 'about', 'has to have the blank {about} once');

export const followUpsSchema = z.strictObject({
  joins: z.array(phrase).min(1),
  around: z.array(phrase),
  aspects: z.record(
    z.string().regex(ID, 'is no id: write small letters, digits and single hyphens'),
    z.strictObject({
      'asked-as': z.array(phrase).min(1),
      completed: z.array(question).min(1),
      'in-general': phrase.optional(),
    }),
  ),
});
