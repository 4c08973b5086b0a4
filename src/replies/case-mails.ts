import type { Case } from '../rights/case';
import { londonDay } from '../shared/london-day';
import { sayDay } from '../shared/say-day';
import { makeReceipt } from './make-receipt';
import { receiptParagraphs } from './receipt-reply';
import type { ReceiptSources } from './receipt-words';
import type { Replies } from './replies';

/** What a mail says. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Tells the team that there is a case: where to look, and nothing of what it says. A mailbox is read by many, for years. */
export function teamMail({ reference, state, matter }: Case, url: string, replies: Replies): MailText {
  // The 72 hours for telling the regulator run already.
  const isUrgent = matter === 'breach' && state.name !== 'withdrawn';
  return {
    subject: replies.say('team-mail.subject', {
      reference,
      what: replies.say(isUrgent ? 'team-mail.urgent' : `team-mail.${state.name}`),
    }),
    text: paragraphs([replies.say('team-mail.text', { reference }), replies.say('team-mail.open', { url })]),
  };
}

/**
 * The acknowledgement for the person.
 *
 * @param first an earlier open case of the same contact about the same matter. Only who reads this mailbox hears of it
 */
export function acknowledgementMail(
  cases: readonly Case[],
  first: Case | undefined,
  sources: ReceiptSources,
): MailText {
  const { replies } = sources;
  const repeat = first && replies.say('repeat.text', { date: sayDay(londonDay(new Date(first.receivedAt))) });
  return {
    subject: replies.say('receipt.mail-subject'),
    text: paragraphs([
      ...receiptParagraphs(makeReceipt(cases, sources)),
      ...(repeat === undefined ? [] : [repeat]),
      replies.say('receipt.mail-who'),
    ]),
  };
}

/** The code that shows that somebody reads this mailbox. It does not say what for. */
export function codeMail(code: string, replies: Replies): MailText {
  const texts = [replies.say('code-mail.text', { code }), replies.say('code-mail.not-you')];
  return { subject: replies.say('code-mail.subject'), text: paragraphs(texts) };
}

const paragraphs = (texts: readonly string[]): string => texts.join('\n\n') + '\n';
