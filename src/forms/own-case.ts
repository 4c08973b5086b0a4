import type { Cases } from '../rights/cases';
import { normalise } from '../search/normalise';
import type { ReadCommand } from './command';

/** Something to be done with a case of the same conversation, whose receipt stands above: so no code is asked for. */
export type OwnCase =
  | { readonly does: 'carry-on'; readonly family: string }
  | { readonly does: 'add' | 'withdraw'; readonly reference: string };

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
  return async (text, conversationId) => {
    const command = readCommand(text, { questions: [], told: {} })?.name;
    const isAdding = normalise(text) === add;
    if (!isAdding && command !== 'carry_on' && command !== 'withdraw') return undefined;
    const own = await cases.inConversation(conversationId, MOST);
    if (command === 'carry_on') {
      const left = own.find(({ state }) => state.name === 'incomplete');
      return left && { does: 'carry-on', family: left.family };
    }
    const open = own.find(({ state }) => state.name !== 'withdrawn');
    return open && { does: isAdding ? 'add' : 'withdraw', reference: open.reference };
  };
}
