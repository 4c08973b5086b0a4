import type { Cases } from '../rights/cases';
import { normalise } from '../search/normalise';
import { isFormOnly, type ReadCommand } from './command';

/** Something to be done with a case of the same conversation, whose receipt stands above: so no code is asked for. */
export type OwnCase =
  | { readonly does: 'carry-on'; readonly family: string }
  | { readonly does: 'add' | 'show' | 'withdraw'; readonly reference: string };

export type OwnCaseReader = (text: string, conversationId: string) => Promise<OwnCase | undefined>;

/** Cases of a conversation that are looked through, the newest first. */
const MOST = 10;

/** @param addTitle on the button that adds something */
export function createOwnCaseReader(
  cases: Pick<Cases, 'inConversation'>,
  readCommand: ReadCommand,
  addTitle: string,
): OwnCaseReader {
  const add = normalise(addTitle);
  const wishOf = (text: string): OwnCase['does'] | undefined => {
    if (normalise(text) === add) return 'add';
    const command = readCommand(text, { questions: [], told: {} })?.name;
    if (command === 'withdraw') return command;
    if (command === 'carry_on') return 'carry-on';
    // A button of a form that is over by now: another window may still show it.
    return isFormOnly(command) ? 'show' : undefined;
  };
  return async (text, conversationId) => {
    const does = wishOf(text);
    if (does === undefined) return undefined;
    const own = await cases.inConversation(conversationId, MOST);
    if (does === 'carry-on') {
      const left = own.find(({ state }) => state.name === 'incomplete');
      return left && { does, family: left.family };
    }
    const meant = does === 'show' ? own[0] : own.find(({ state }) => state.name !== 'withdrawn');
    return meant && { does, reference: meant.reference };
  };
}
