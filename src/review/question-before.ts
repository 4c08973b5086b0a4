import { matchOption } from '../search/match-option';
import type { Entry } from '../transcript/entry';
import { replyOf } from './reply-of';

/**
 * What a person asked, going back from a reply. Words that only chose among what the desk had offered instead of an
 * answer lead back to the question that the offer was made for: "None of these" tells an editor nothing.
 *
 * @param before the entries before the reply, newest first
 * @returns undefined when the person has said nothing
 */
export function questionBefore(before: readonly Entry[]): string | undefined {
  const at = before.findIndex(({ author, activity }) => author === 'tenant' && activity.type === 'message');
  const text = before[at]?.activity.text;
  if (text === undefined) return undefined;
  const earlier = before.slice(at + 1);
  return (isChoice(text, earlier) ? questionBefore(earlier) : undefined) ?? text;
}

function isChoice(text: string, earlier: readonly Entry[]): boolean {
  const said = earlier.find(({ author }) => author === 'assistant');
  const reply = said && replyOf(said);
  if (reply?.kind !== 'clarify') return false;
  const titles = reply.choices.filter(({ isNone }) => isNone !== true).map(({ title }) => title);
  return matchOption(text, titles) !== 'unclear';
}
