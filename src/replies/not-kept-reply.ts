import type { NotKept } from '../shared/not-kept';
import { emptyReply } from './empty-reply';
import type { Replies } from './replies';
import type { Reply } from './reply';

/**
 * Says what of a message was not kept.
 *
 * @param isAll nothing else was in it: says what the person can do, too
 */
export function notKeptReply(notKept: readonly NotKept[], isAll: boolean, replies: Replies): Reply {
  const numbers = notKept.filter((kind) => kind !== 'file');
  const what = new Intl.ListFormat('en-GB').format(numbers.map((kind) => replies.say(`not-kept.${kind}`)));
  return {
    ...emptyReply('not-kept'),
    paragraphs: [
      ...(numbers.length > 0 ? [replies.say('not-kept.hidden', { what })] : []),
      ...(notKept.includes('file') ? [replies.say('not-kept.file')] : []),
      ...(isAll ? [replies.say('not-kept.ways-on')] : []),
    ],
    choices: isAll
      ? [{ title: replies.say('welcome.choice-notice') }, { title: replies.say('welcome.choice-person') }]
      : [],
  };
}
