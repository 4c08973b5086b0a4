import type { Added } from '../forms/add-to-case';
import type { Replies } from './replies';

/** What is said to somebody who has added to their case: that it is there, and what it changed. */
export function addedTexts({ isKept, contact }: Added, replies: Replies): readonly string[] {
  const answer = Object.values(contact).join(', ');
  return [
    ...(isKept ? [replies.say('status.added')] : [replies.say('status.full'), replies.say('contact.mailboxes')]),
    ...(answer === '' ? [] : [replies.say('status.reply-to', { answer })]),
  ];
}
