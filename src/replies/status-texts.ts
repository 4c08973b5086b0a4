import type { Case } from '../rights/case';
import { londonDay } from '../shared/london-day';
import { sayDay } from '../shared/say-day';
import type { ReceiptSources } from './receipt-words';

/** How a case stands, in plain words, a sentence each. Nothing of what it says is read back. */
export function statusTexts(one: Case, sources: ReceiptSources): readonly string[] {
  const { replies } = sources;
  const received = replies.say('status.received', { date: dayOf(one.receivedAt) });
  switch (one.state.name) {
    case 'withdrawn':
      return [received, replies.say('status.withdrawn', { date: dayOf(one.state.at) })];
    case 'incomplete':
      return [received, replies.say('status.incomplete'), ...dateTexts(one, sources)];
    case 'sent':
      return [received, replies.say('status.sent'), ...dateTexts(one, sources)];
  }
}

function dateTexts(one: Case, { replies, datesOf }: ReceiptSources): readonly string[] {
  const dates = datesOf(one);
  if (dates.clock === 'reply') {
    const day = dates.state === 'running' ? dates.due : dates.safeDue;
    return [replies.say('status.answer-by', { date: sayDay(day) })];
  }
  return dates.clock === 'opt_out' ? [replies.say('status.stops-by', { date: sayDay(dates.target) })] : [];
}

const dayOf = (moment: string): string => sayDay(londonDay(new Date(moment)));
