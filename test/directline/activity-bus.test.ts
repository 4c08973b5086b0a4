import { LocalActivityBus } from '../../src/directline/local-activity-bus';
import { describeActivityBus } from '../contracts/activity-bus.contract';

describeActivityBus('in one process', () => {
  const bus = new LocalActivityBus();
  return Promise.resolve({ here: bus, there: bus, close: () => Promise.resolve() });
});
