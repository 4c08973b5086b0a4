import { whatApplies, type When } from '../../src/forms/form';

const applies = (when: When, told: Readonly<Record<string, string>>): boolean =>
  whatApplies([{ when }], told).length > 0;

describe('what applies in a form', () => {
  it('is what has no condition', () => {
    expect(applies({}, {})).toBe(true);
  });

  it('needs each field to have one of the values', () => {
    const when = { subject: ['other', 'child'], company: ['sng'] };

    expect(applies(when, { subject: 'child', company: 'sng' })).toBe(true);
    expect(applies(when, { subject: 'me', company: 'sng' })).toBe(false);
    expect(applies(when, { subject: 'child' })).toBe(false);
  });

  it('takes a field of which nothing was told for an empty value', () => {
    expect(applies({ subject: ['', 'me'] }, {})).toBe(true);
    expect(applies({ subject: ['', 'me'] }, { subject: 'other' })).toBe(false);
  });

  it('knows the ways to reply that were told, of which one is enough', () => {
    const when = { contact: ['email', 'phone'] };

    expect(applies(when, {})).toBe(false);
    expect(applies(when, { post: '1 High Street' })).toBe(false);
    expect(applies(when, { post: '1 High Street', phone: '07700 900000' })).toBe(true);
    expect(applies(when, { email: '' })).toBe(false);
  });
});
