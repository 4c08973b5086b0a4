import { hideDetails } from '../../src/review/hide-details';

describe('a question that is kept', () => {
  it.each([
    'call me on 07700 900123',
    'call me on +44 (0)20 7946 0018',
    'write to jo.bloggs+home@mail.example.org',
    'my number is QQ 12 34 56 C',
    'flat at RG21 4AB',
    'my reference is 4482291',
    'card 4000-0000-0000-0002',
    'born 01/02/1970',
  ])('hides the detail in "%s"', (text) => {
    expect(hideDetails(text)).toContain('[hidden]');
    expect(hideDetails(text)).not.toMatch(/\d\d|@/);
  });

  it.each([
    'how long do you keep it, 6 or 12 months?',
    'what was in the notice of 2019 and 2023',
    'is that article 15 or 21 of the GDPR',
    'how is it at 3 Mill Lane',
  ])('leaves "%s" as it is', (text) => {
    expect(hideDetails(text)).toBe(text);
  });

  it('hides each of several', () => {
    expect(hideDetails('ring 07700 900123 or mail jo@example.org, ref 448-2291.')).toBe(
      'ring [hidden] or mail [hidden], ref [hidden].',
    );
  });
});
