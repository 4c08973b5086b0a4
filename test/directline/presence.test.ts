import { LocalPresence } from '../../src/directline/local-presence';
import { describePresence } from '../contracts/presence.contract';

describePresence('in one process', () => {
  const presence = new LocalPresence();
  const settle = (): Promise<void> => Promise.resolve();
  return Promise.resolve({ here: presence, there: presence, settle, close: settle });
});
