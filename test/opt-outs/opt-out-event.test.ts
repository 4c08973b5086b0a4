import type { OptOut } from '../../src/opt-outs/opt-out';
import { optOutEvent } from '../../src/opt-outs/opt-out-event';

const optOut: OptOut = {
  id: 'a-hash',
  scope: 'surveys',
  channel: 'phone',
  address: '+447700900123',
  since: '2026-11-25T09:00:00.000Z',
  reference: '7K4M-2QQ',
  state: { name: 'in_force' },
};
const lifted: OptOut = {
  ...optOut,
  state: { name: 'lifted', at: '2026-11-26T09:00:00.000Z', reason: 'my own matter' },
};

describe('the event of an opt-out', () => {
  it('tells other systems what is to stop, and since when', () => {
    expect(optOutEvent(optOut)).toEqual({
      id: 'a-hash/opt-out.recorded/2026-11-25T09:00:00.000Z',
      event: 'opt-out.recorded',
      scope: 'surveys',
      channel: 'phone',
      address: '+447700900123',
      since: '2026-11-25T09:00:00.000Z',
      reference: '7K4M-2QQ',
    });
  });

  it('tells them when it was lifted, and not why', () => {
    const event = optOutEvent(lifted);

    expect(event).toEqual({ ...optOutEvent(optOut), id: event.id, event: 'opt-out.lifted' });
    expect(JSON.stringify(event)).not.toContain('my own matter');
  });

  it('has one id however often it is made, and another one for each thing that happens', () => {
    const again: OptOut = { ...optOut, since: '2026-11-27T09:00:00.000Z' };

    expect(optOutEvent({ ...optOut })).toEqual(optOutEvent(optOut));
    expect(new Set([optOut, lifted, again].map((one) => optOutEvent(one).id)).size).toBe(3);
  });
});
