import { dueOf, holidays, notice, question, received } from './real-rules';

describe('the other clocks', () => {
  it('act on an opt-out within two working days, and answer it within a month', () => {
    const dates = dueOf(received('2026-11-27', { matter: 'opt_out_contact' }));

    expect(dates).toMatchObject({ clock: 'opt_out', target: '2026-12-01', due: '2026-12-29', warnings: [] });
    expect(dates.steps).toMatchObject([
      { what: 'received', on: '2026-11-27' },
      {
        what: 'working_days_added',
        days: 2,
        on: '2026-12-01',
        passedOver: [{ day: '2026-11-28' }, { day: '2026-11-29' }],
      },
      { what: 'months_added', on: '2026-12-27' },
      { what: 'moved_on', on: '2026-12-29' },
    ]);
  });

  it.each([
    ['2026-11-23', '2026-11-25'],
    ['2026-11-28', '2026-12-01'],
    ['2026-12-24', '2026-12-30'],
  ])('count working days from the day after: received %s, aimed at %s', (day, target) => {
    expect(dueOf(received(day, { matter: 'opt_out_surveys' }))).toMatchObject({ target });
  });

  it.each(['withdraw_consent', 'opt_out_photos'] as const)('set no month for %s: the law has none', (matter) => {
    const dates = dueOf(received('2026-11-27', { matter }));

    expect(dates).toMatchObject({ clock: 'opt_out', target: '2026-12-01' });
    expect(dates).not.toHaveProperty('due');
  });

  it('act on the earlier of two counts for a complaint, and keep both', () => {
    const dates = dueOf(received('2026-11-25', { matter: 'complaint' }));

    expect(dates).toMatchObject({
      clock: 'complaint',
      acknowledgeBy: '2026-12-24',
      counts: { act: '2026-12-24', regulator: '2026-12-29' },
      warnings: [],
    });
    expect(dates.steps.slice(1)).toMatchObject([
      { what: 'days_added', days: 30, countedFrom: 'receipt', on: '2026-12-24' },
      { what: 'days_added', days: 30, countedFrom: 'next_day', on: '2026-12-25' },
      { what: 'moved_on', on: '2026-12-29' },
    ]);
  });

  it('flag a complaint from before the duty to acknowledge', () => {
    expect(dueOf(received('2026-06-18', { matter: 'complaint' })).warnings).toEqual([
      { what: 'old_rules', rulesFrom: '2026-06-19' },
    ]);
    expect(dueOf(received('2026-06-19', { matter: 'complaint' })).warnings).toEqual([]);
  });

  it.each([
    ['over a weekend', '2026-11-27T16:30:00.000Z', '2026-11-30T16:30:00.000Z'],
    ['over Christmas', '2026-12-24T23:59:00.000Z', '2026-12-27T23:59:00.000Z'],
    ['over the night on which clocks go forward', '2027-03-27T20:00:00.000Z', '2027-03-30T20:00:00.000Z'],
    ['over the night on which clocks go back', '2026-10-24T20:00:00.000Z', '2026-10-27T20:00:00.000Z'],
  ])('give 72 hours for a breach %s', (_case, receivedAt, reportBy) => {
    const dates = dueOf({ ...received('2026-11-27', { matter: 'breach' }), receivedAt });

    expect(dates).toMatchObject({ clock: 'breach', awareAt: receivedAt, reportBy });
    expect(dates.steps).toContainEqual({ what: 'hours_added', hours: 72, until: reportBy });
  });

  it('count a breach from the first moment of a day that staff have set', () => {
    const winter = dueOf(received('2026-11-27', { matter: 'breach', receivedOn: '2026-11-25' }));
    const summer = dueOf(received('2026-07-27', { matter: 'breach', receivedOn: '2026-07-25' }));

    expect(winter).toMatchObject({ awareAt: '2026-11-25T00:00:00.000Z', reportBy: '2026-11-28T00:00:00.000Z' });
    expect(summer).toMatchObject({ awareAt: '2026-07-24T23:00:00.000Z', reportBy: '2026-07-27T23:00:00.000Z' });
  });

  it('set no time for a message to a person', () => {
    expect(dueOf(received('2026-11-27', { matter: 'human' }))).toEqual({
      clock: 'none',
      receivedOn: '2026-11-27',
      steps: [{ what: 'received', on: '2026-11-27', correctedByStaff: false }],
      warnings: [],
      holidaysCheckedOn: holidays.checkedOn,
    });
  });

  it.each(['opt_out_contact', 'complaint', 'breach', 'human'] as const)(
    'say of a proof, a question and an extension that they change nothing for: %s',
    (matter) => {
      const proof = { proof: 'identity', needed: true, askedOn: '2026-11-27' } as const;
      const asked = question('2026-11-28');
      const extension = notice('2026-11-29');

      const changed = dueOf(received('2026-11-27', { matter, proofs: [proof], clarifications: [asked], extension }));

      expect(changed.warnings).toEqual([
        { what: 'proof_without_effect', proof, because: 'matter' },
        { what: 'question_without_effect', question: asked, because: 'matter' },
        { what: 'extension_without_effect', notice: extension, because: 'matter' },
      ]);
      const unchanged = dueOf(received('2026-11-27', { matter }));
      expect({ ...changed, steps: [], warnings: [] }).toEqual({ ...unchanged, steps: [], warnings: [] });
    },
  );
});
