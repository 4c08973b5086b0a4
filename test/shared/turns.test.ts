import { TurnQueue } from '../../src/shared/turn-queue';
import { describeTurns } from '../contracts/turns.contract';

describeTurns('in one process', () => {
  const turns = new TurnQueue({ length: 50 });
  return Promise.resolve({ here: turns, there: turns, close: () => Promise.resolve() });
});
