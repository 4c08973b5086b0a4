import { createTitledFlows } from '../../src/search/recognise-flow';
import { FLOWS } from '../../src/search/understanding';
import { realSearchContent } from './real-content';

const { flows } = realSearchContent();
const titled = createTitledFlows(flows);

describe('requests by their titles', () => {
  it('has an entry for everything that can be set going', () => {
    expect(flows.map(({ flow }) => flow)).toEqual(FLOWS);
  });

  it.each(flows)('knows $flow by its title, however it is written', ({ title, flow }) => {
    expect(titled(` ${title.toUpperCase()}! `)).toBe(flow);
  });

  it('leaves everything else alone', () => {
    expect(titled('how long before you delete my data')).toBeUndefined();
  });
});
