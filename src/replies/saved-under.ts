import type { FormView } from '../forms/form-view';
import { referencesOf } from './form-notes';
import type { Replies } from './replies';
import type { Reply } from './reply';

/** A reply about danger, which also says that the request is safe: nobody has to choose between the two. */
export function savedUnder(reply: Reply, view: FormView, replies: Replies): Reply {
  return { ...reply, after: [...reply.after, replies.say('form.saved', { references: referencesOf(view) })] };
}
