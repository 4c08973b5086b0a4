import type { Case } from '../rights/case';
import type { Told } from './form';
import { fieldsOf, type FormSource } from './form-view';

/** The shared questions whose answers are the same for whatever a person asks for. */
const SAME_FOR_ALL = ['company', 'reply', 'safe', 'name', 'place', 'help'];

/** Where somebody else lives says nothing about the person, nor the other way round. */
const ABOUT_ONE = 'place';

/**
 * What was told for earlier cases and is asked for this one, too, so that nobody has to say it twice. Within a family
 * everything counts that every form asks; of other requests, what does not hang on whom they are about.
 *
 * @param earlier the one that counts most first
 */
export function toldBefore(one: Case, earlier: readonly Case[], forms: FormSource): Told {
  const shared = new Set(forms.sharedQuestions.map(({ id }) => id));
  const asked = forms.formFor(one.matter).questions.filter(({ id }) => shared.has(id));
  const takenFrom = (other: Case): readonly (readonly [string, string])[] =>
    asked
      .filter(({ id }) => counts(id, one, other))
      .flatMap(fieldsOf)
      .flatMap((field) => {
        const fact = other.facts[field];
        return fact ? [[field, fact.value] as const] : [];
      });
  return Object.fromEntries(earlier.toReversed().flatMap(takenFrom));
}

function counts(question: string, one: Case, other: Case): boolean {
  if (one.family === other.family) return true;
  if (question === ABOUT_ONE) return isOwn(one) && isOwn(other);
  return SAME_FOR_ALL.includes(question);
}

/** Whether it is about the person who asks, as far as they have told. */
const isOwn = ({ facts }: Case): boolean => (facts.subject?.value ?? 'me') === 'me';
