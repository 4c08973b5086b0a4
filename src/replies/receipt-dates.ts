import type { Case } from '../rights/case';
import type { DueDates } from '../rights/clock/due-dates';
import { sayDay } from '../shared/say-day';
import type { Receipt } from './form-part';
import type { Replies } from './replies';
import type { ReceiptSources } from './receipt-words';

type Row = Receipt['rows'][number];

/** One date a promise: cases that are due on the same day share a row. */
export function dateRows(cases: readonly Case[], { replies, datesOf }: ReceiptSources): readonly Row[] {
  const rows = cases.map((one) => ({ ...dateRow(datesOf(one), replies), reference: one.reference }));
  const texts = new Set(rows.map(({ label, text }) => `${label}\n${text}`));
  if (texts.size === 1) return rows.slice(0, 1).map(({ label, text }) => ({ label, text }));
  return rows.map(({ label, text, reference }) => ({ label: `${label} (${reference})`, text }));
}

function dateRow(dates: DueDates, replies: Replies): Row {
  switch (dates.clock) {
    case 'reply': {
      // While nothing that was asked for is missing, the day is final; otherwise the safe one is what we aim at.
      const day = dates.state === 'running' ? dates.due : dates.safeDue;
      return { label: replies.say('receipt.answer-by-label'), text: sayDay(day) };
    }
    case 'opt_out':
      return { label: replies.say('receipt.stops-by-label'), text: sayDay(dates.target) };
    case 'complaint':
      return { label: replies.say('receipt.no-date-label'), text: replies.say('receipt.complaint-text') };
    case 'breach':
      return { label: replies.say('receipt.no-date-label'), text: replies.say('receipt.breach-text') };
    case 'none':
      return { label: replies.say('receipt.no-date-label'), text: replies.say('receipt.message-text') };
  }
}
