import { whatApplies } from '../forms/form';
import type { Told } from '../forms/form';
import { companyOf, isReachable, type Case } from '../rights/case';
import { londonDay } from '../shared/london-day';
import { sayDay } from '../shared/say-day';
import type { Receipt } from './form-part';
import { dateRows } from './receipt-dates';
import type { ReceiptSources } from './receipt-words';

type Row = Receipt['rows'][number];
type Text = Receipt['texts'][number];

/** The acknowledgement of cases that were sent together: what we understood, by when, who has it, and what can be done. */
export function makeReceipt(cases: readonly Case[], sources: ReceiptSources): Receipt {
  const { replies, formFor } = sources;
  const [first] = cases;
  return {
    kind: 'receipt',
    references: cases.map(({ reference }) => reference),
    notes: [],
    heading: first && cases.length === 1 ? formFor(first.matter).receipt.heading : replies.say('receipt.mail-subject'),
    referenceLabel: replies.say('receipt.reference-label'),
    rows: [
      ...matterRows(cases, sources),
      receivedRow(cases, sources),
      ...dateRows(cases, sources),
      ...whoRows(cases, sources),
    ],
    texts: [...nextTexts(cases, sources), ...movesText(cases, sources), ...lastTexts(cases, sources)],
  };
}

/** What each case is about; of several, with the reference that belongs to it. */
function matterRows(cases: readonly Case[], { replies, formFor }: ReceiptSources): readonly Row[] {
  const several = cases.length > 1;
  return cases.flatMap((one): readonly Row[] => {
    const { asksFor, receipt } = formFor(one.matter);
    const label = several ? one.reference : replies.say('form.asks-for-label');
    return [{ label, text: asksFor }, ...whatApplies(receipt.facts, toldOf(one))];
  });
}

function receivedRow([first]: readonly Case[], { replies }: ReceiptSources): Row {
  const received = first ? sayDay(londonDay(new Date(first.receivedAt))) : '';
  return { label: replies.say('receipt.received-label'), text: received };
}

function whoRows(cases: readonly Case[], { replies, companyName }: ReceiptSources): readonly Row[] {
  const companies = new Set(cases.map((one) => companyName(companyOf(one))));
  return [...companies].map((company) => ({
    label: replies.say('receipt.who-label'),
    text: replies.say('receipt.who-text', { company }),
  }));
}

function nextTexts(cases: readonly Case[], { replies, formFor }: ReceiptSources): readonly Text[] {
  const texts = cases.flatMap((one) =>
    whatApplies(formFor(one.matter).receipt.next, toldOf(one)).map(({ text }) => text),
  );
  return [...new Set(texts)].map((text, at) =>
    at === 0 ? { lead: replies.say('receipt.next-lead'), text } : { text },
  );
}

function movesText(cases: readonly Case[], { replies, datesOf }: ReceiptSources): readonly Text[] {
  const replied = cases.filter((one) => datesOf(one).clock === 'reply');
  if (replied.length === 0) return [];
  const isAccess = replied.some(({ matter }) => matter === 'access');
  const text = replies.say(isAccess ? 'receipt.moves-access' : 'receipt.moves-reply');
  return [{ lead: replies.say('receipt.moves-lead'), text }];
}

function lastTexts(cases: readonly Case[], { replies, regulator: { name, phone } }: ReceiptSources): readonly Text[] {
  return [
    ...(cases.every(isReachable) ? [] : [{ text: replies.say('receipt.unreachable') }]),
    { lead: replies.say('receipt.add-lead'), text: replies.say('receipt.add-text') },
    {
      lead: replies.say('receipt.complain-lead'),
      text: replies.say('receipt.complain-text', { regulator: name, phone }),
    },
    { lead: replies.say('receipt.kept-lead'), text: replies.say('receipt.kept-text') },
    ...mailTexts(cases, replies),
  ];
}

function mailTexts([first]: readonly Case[], replies: ReceiptSources['replies']): readonly Text[] {
  if (first?.facts.email === undefined) return [];
  const safe = first.facts.safe?.value;
  if (safe === 'yes') return [{ text: replies.say('receipt.mailed') }];
  return safe === 'no' ? [{ text: replies.say('receipt.not-mailed') }] : [];
}

const toldOf = ({ facts }: Case): Told =>
  Object.fromEntries(Object.entries(facts).map(([field, { value }]) => [field, value]));
