import { openingAt, type OpeningHours } from '../../src/handoff/opening-hours';

const WEEKDAYS: OpeningHours = {
  days: new Map([1, 2, 3, 4, 5].map((day) => [day, { from: '09:00', to: '17:00' }])),
  isClosedOnHolidays: true,
};
const HOLIDAYS = new Set(['2026-12-25', '2026-12-28']);

const at = (moment: string, hours = WEEKDAYS) => {
  const { isOpen, until } = openingAt(new Date(moment), hours, HOLIDAYS);
  return [isOpen, until?.toISOString()];
};

describe('the hours in which people take chats over', () => {
  it.each([
    ['at the minute of opening', '2026-11-25T09:00:00Z', true, '2026-11-25T17:00:00.000Z'],
    ['a moment before closing', '2026-11-25T16:59:59Z', true, '2026-11-25T17:00:00.000Z'],
    ['at the minute of closing', '2026-11-25T17:00:00Z', false, '2026-11-26T09:00:00.000Z'],
    ['in the night', '2026-11-25T03:00:00Z', false, '2026-11-25T09:00:00.000Z'],
    ['on a Friday evening, until Monday', '2026-11-27T18:00:00Z', false, '2026-11-30T09:00:00.000Z'],
    ['before Christmas, past both bank holidays', '2026-12-24T18:00:00Z', false, '2026-12-29T09:00:00.000Z'],
    ['in summer, by the clock of London', '2026-07-01T08:00:00Z', true, '2026-07-01T16:00:00.000Z'],
    ['over the change of the clocks', '2027-03-26T18:00:00Z', false, '2027-03-29T08:00:00.000Z'],
  ])('are told %s', (_, moment, isOpen, until) => {
    expect(at(moment)).toEqual([isOpen, until]);
  });

  it('are open on a bank holiday where the landlord says so', () => {
    expect(at('2026-12-25T10:00:00Z', { ...WEEKDAYS, isClosedOnHolidays: false })[0]).toBe(true);
  });

  it('end in no promise where there are none', () => {
    expect(at('2026-11-25T10:00:00Z', { days: new Map(), isClosedOnHolidays: true })).toEqual([false, undefined]);
  });
});
