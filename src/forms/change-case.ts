import { CONTACT_FIELDS, isMailed, isReachable, type Case } from '../rights/case';
import { begunAgain, passedOver, sent, told, untold, withdrawn } from '../rights/case-changes';
import type { Change } from '../rights/cases';
import { assertNever } from '../shared/assert-never';
import type { Told } from './form';
import type { FormChange } from './form-step';
import { itemOf, toldOf, type FormView } from './form-view';

type ToldChange = Extract<FormChange, { readonly kind: 'told' }>;

/**
 * What a change of a form does to one of its cases.
 *
 * @param contactKey what finds cases of the same contact again; undefined for none
 */
export function changeCase(
  change: FormChange,
  one: Case,
  view: FormView,
  contactKey: (told: Told) => string | undefined,
): Change {
  switch (change.kind) {
    case 'told':
      return tellCase(change, one, view);
    case 'passed_over': {
      const isAsked = itemOf(view, change.question)?.references.includes(one.reference) ?? false;
      return isAsked ? passedOver(change.question, change.how) : unchanged;
    }
    case 'begun_again':
      return begunAgain;
    case 'sent':
      return sent(followsFrom(one, view), contactKey({ ...view.told, ...toldOf([one]) }));
    case 'withdrawn':
      return withdrawn;
    default:
      return assertNever(change);
  }
}

const unchanged: Change = (before) => before;

/** Tells a case what is news to it, and forgets what that makes untrue. */
export function tellCase(change: Omit<ToldChange, 'kind'>, one: Case, view: FormView): Change {
  const news = fieldsFor(one, change, view);
  return (before, at) => {
    const ways = CONTACT_FIELDS.filter((field) => field in news && before.facts[field]?.value !== news[field]);
    const safe = ways.length > 0 ? madeUntrueBy(news) : [];
    const instead = change.isInstead && ways.length > 0 ? CONTACT_FIELDS.filter((field) => !(field in news)) : [];
    return untold([...safe, ...instead])(told(news)(before, at), at);
  };
}

/** Whether it is safe to reply is said of one way to reply, and not of another. */
export function madeUntrueBy(news: Told): readonly string[] {
  return CONTACT_FIELDS.some((field) => field in news) && news.safe === undefined ? ['safe'] : [];
}

/**
 * What was told for a case: not the answers to questions about another one of the same message. Where marketing comes to
 * is a way to reply, too, but does not replace another one.
 */
export function fieldsFor(one: Case, { told: news, asked }: Omit<ToldChange, 'kind'>, { items }: FormView): Told {
  const { reference } = one;
  const others = items.filter(({ references }) => !references.includes(reference)).map(({ question }) => question);
  const isKept = isReachable(one) && others.some(({ id, kind }) => id === asked && kind === 'contact');
  return leaveOut(news, [...others.map(({ id }) => id), ...(isKept ? CONTACT_FIELDS : [])]);
}

export const leaveOut = (facts: Told, fields: readonly string[]): Told =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.includes(field)));

/**
 * What a case that is sent leads to, beside telling the team. One acknowledgement tells of all that are sent together: the
 * last of them asks for it, so that it is not mailed before all are sent.
 */
function followsFrom({ reference, matter, facts }: Case, { cases }: FormView): readonly ('acknowledge' | 'suppress')[] {
  const last = cases.findLast(({ state }) => state.name === 'incomplete');
  const isAcknowledged = last?.reference === reference && cases.some(isMailed);
  const isOptOut = matter.startsWith('opt_out_') || facts.what?.value === 'marketing';
  return [...(isAcknowledged ? (['acknowledge'] as const) : []), ...(isOptOut ? (['suppress'] as const) : [])];
}
