import type { Replies } from './replies';
import type { Choice, Fact, Quote, Reply, ReplyNote } from './reply';

/** Characters. A longer answer is not read; what we quote and what the law says is never shortened, so the choices go. */
const LONGEST = 1_200;

/** A reply for a channel that shows text only. Parts are separated by an empty line. */
export function plainText(reply: Reply, replies: Replies): string {
  const said = joinParts(saidParts(reply, replies));
  const withChoices = joinParts([said, choicesText(reply, replies)]);
  return reply.kind === 'answer' && withChoices.length > LONGEST ? said : withChoices;
}

function saidParts(reply: Reply, replies: Replies): readonly string[] {
  return [
    reply.heading ?? '',
    ...reply.paragraphs,
    ...reply.quotes.map((quote) => quoteText(quote, replies)),
    ...(reply.notes ?? []).map(noteText),
    reply.facts.map(factText).join('\n'),
    ...reply.after,
  ];
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function quoteText(quote: Quote, replies: Replies): string {
  const mark = quote.form === 'paragraph' ? '' : '- ';
  const lines = [
    ...(quote.leadIn === undefined ? [] : [quote.leadIn]),
    ...(quote.cut ? [replies.say('plain.cut')] : []),
    mark + quote.text,
    ...(quote.items ?? []).map(itemText),
    ...(quote.cutAfter ? [replies.say('plain.cut')] : []),
    `${replies.say('source.line', { section: quote.section, published: quote.publishedAs })} ${quote.url}`,
  ];
  return lines.join('\n');
}

/** An address stands as it is; anything else is an item of a list. */
const itemText = (item: string): string => (item.includes('\n') ? item : `- ${item}`);

const noteText = ({ label, text }: ReplyNote): string => `${label} ${text}`;

/** A sentence that names its number already does not repeat it. */
function factText({ label, text, phone }: Fact): string {
  const number = phone === undefined || text.includes(phone) ? '' : `${phone}. `;
  return `${label.replace(/[.:]$/, '')}: ${number}${text}`;
}

function choicesText(reply: Reply, replies: Replies): string {
  if (reply.choices.length === 0) return '';
  const lead = replies.say(reply.kind === 'clarify' ? 'plain.choices' : 'plain.more');
  const lines = reply.choices.map((choice, index) => choiceLine(choice, index, reply.kind === 'clarify'));
  return [lead, ...lines].join('\n');
}

function choiceLine({ title, note, isNone }: Choice, index: number, numbered: boolean): string {
  const mark = numbered && isNone !== true ? `${index + 1}.` : '-';
  return `${mark} ${title}${numbered && note !== undefined ? `: ${note}` : ''}`;
}
