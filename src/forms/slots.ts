import type { CONTACT_FIELDS } from '../rights/case';
import type { PageField } from './branches';
import type { QuestionKind } from './form';

/** A field of the page that fills one fact: a question has one, or several for the ways to reply. */
export interface Slot {
  /** In HTML. */
  readonly name: string;
  readonly fact: string;
  readonly kind: SlotKind;
  readonly field: PageField;
}

export type SlotKind = Exclude<QuestionKind, 'contact'> | 'email' | 'phone' | 'post' | 'collect';

/** In the order in which they stand on the page. */
const WAYS = ['email', 'post', 'phone', 'collect'] as const satisfies readonly (typeof CONTACT_FIELDS)[number][];

/** The fields of a question on the page. */
export function slotsOf(field: PageField): readonly Slot[] {
  const { name, question } = field;
  const { kind } = question;
  if (kind !== 'contact') return [{ name, fact: question.id, kind, field }];
  // What comes to an address can be stopped there; nobody collects it.
  const ways = name === question.id ? WAYS : WAYS.filter((way) => way !== 'collect');
  return ways.map((way) => ({ name: `${name}.${way}`, fact: way, kind: way, field }));
}
