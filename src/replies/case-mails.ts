import type { Case, CaseState } from '../rights/case';
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

/** What the team is told of a case: how far it has come, or that something was added to it or put right. */
export type TeamNews = CaseState['name'] | 'added';

/** Tells the team where to look, and nothing of what a case says. A mailbox is read by many, for years. */
export function teamMail({ reference, matter }: Case, news: TeamNews, url: string, replies: Replies): MailText {
  // The 72 hours for telling the regulator run already.
  const isUrgent = matter === 'breach' && (news === 'sent' || news === 'incomplete');
  return {
    subject: replies.say('team-mail.subject', {
      reference,
      what: replies.say(isUrgent ? 'team-mail.urgent' : `team-mail.${news}`),
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
