import { emptyReply } from './empty-reply';
import type { Receipt } from './form-part';
import type { Replies } from './replies';
import type { Reply } from './reply';

/** The receipt in the chat. */
export function receiptReply(receipt: Receipt, replies: Replies): Reply {
  const choices = [{ title: replies.say('status.add') }, { title: replies.say('status.withdraw') }];
  return { ...emptyReply('form'), paragraphs: receiptParagraphs(receipt), choices, form: receipt };
}

/** The receipt as plain text, a paragraph each: for channels without cards, for mails and for copying. */
export function receiptParagraphs({ heading, referenceLabel, references, rows, texts }: Receipt): readonly string[] {
  return [
    heading,
    `${referenceLabel}: ${references.join(', ')}`,
    rows.map(({ label, text }) => `${label}: ${text}`).join('\n'),
    ...texts.map(({ lead, text }) => (lead === undefined ? text : `${lead} ${text}`)),
  ];
}
