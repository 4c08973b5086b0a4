import type { Case } from '../rights/case';
import type { Cases } from '../rights/cases';
import { normalise } from '../search/normalise';
import { isFormOnly } from './command';
import type { FormReaders } from './form-readers';
import type { FormSource } from './form-view';
import { readOwnContact } from './read-own-contact';

/** Something to be done with a case of the same conversation, whose receipt stands above: so no code is asked for. */
export type OwnCase =
  /** `isAnswered`: the message tells something for its form. */
  | { readonly does: 'carry-on'; readonly family: string; readonly isAnswered?: boolean }
  | { readonly does: 'add' | 'say' | 'show' | 'withdraw'; readonly reference: string };

export type OwnCaseReader = (text: string, conversationId: string) => Promise<OwnCase | undefined>;

/** Cases of a conversation that are looked through, the newest first. */
const MOST = 10;

/** @param addTitle on the button that adds something */
export function createOwnCaseReader(
  cases: Pick<Cases, 'inConversation'>,
  readers: FormReaders,
  forms: Pick<FormSource, 'sharedQuestions'>,
  addTitle: string,
): OwnCaseReader {
  const add = normalise(addTitle);
  const wishOf = (text: string): OwnCase['does'] | undefined => {
    if (normalise(text) === add) return 'add';
    const command = readers.readCommand(text, { questions: [], told: {} })?.name;
    if (command === 'withdraw') return command;
    if (command === 'carry_on') return 'carry-on';
    // A button of a form that is over by now: another window may still show it.
    if (isFormOnly(command)) return 'show';
    const { facts, isAll } = readOwnContact(text, readers, forms);
    return isAll && Object.keys(facts).length > 0 ? 'say' : undefined;
  };
  return async (text, conversationId) => {
    const does = wishOf(text);
    return does && caseMeant(does, await cases.inConversation(conversationId, MOST));
  };
}

/** @param own the newest first */
function caseMeant(does: OwnCase['does'], own: readonly Case[]): OwnCase | undefined {
  if (does === 'carry-on') {
    const left = own.find(({ state }) => state.name === 'incomplete');
    return left && { does, family: left.family };
  }
  const meant = does === 'show' ? own[0] : own.find(({ state }) => state.name !== 'withdrawn');
  if (does === 'say' && meant?.state.name === 'incomplete')
    return { does: 'carry-on', family: meant.family, isAnswered: true };
  return meant && { does, reference: meant.reference };
}
