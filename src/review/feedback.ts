import { z } from 'zod';

/** The part of an activity that tells whether it is feedback. */
interface Event {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
}

/** The name of the event by which a client tells whether a reply helped. */
const EVENT = 'feedback';

const schema = z.strictObject({
  /** The id of the reply's activity. */
  replyToId: z.string().regex(/^[\x20-\x7e]{1,300}$/),
  helpful: z.boolean(),
});

/** What a person said of a reply. */
export type Feedback = Readonly<z.infer<typeof schema>>;

/** Whether an activity means to be feedback, well made or not. */
export const isFeedback = ({ type, name }: Event): boolean => type === 'event' && name === EVENT;

/** The feedback that an activity is; undefined where it is none or is not well made. */
export function readFeedback(activity: Event): Feedback | undefined {
  return isFeedback(activity) ? schema.safeParse(activity.value).data : undefined;
}
