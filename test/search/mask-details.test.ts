import { createMaskDetails } from '../../src/search/mask-details';

const KNOWN = new Set('deaf mum of my the is how long are calls kept can i see what you hold on me a cat'.split(' '));
const mask = createMaskDetails(
  (word) => KNOWN.has(word),
  (detail) => detail === 'SK9 5AF',
);

describe('masking details', () => {
  it.each([
    ['email jo.bloggs@example.com', 'email ann@other.example'],
    ['call me on 07123 456789 about my file', 'call me on 020 7946 0018 about my file'],
    ['my ni is QQ123456C why', 'my ni is AB 98 76 54 D why'],
    ['I live at 14 Mill Lane, who told you', 'I live at 3 Station Road, who told you'],
    ['Mr Patel from repairs has my number', "Mr O'Brien from repairs has my number"],
    ['I moved in on 3 May 2019', 'I moved in on 21st December 1998'],
    ['ref 1234567 where is it', 'ref 99887 where is it'],
    ['postcode M1 1AE', 'postcode SW1A 1AA'],
    ['I owe £250', 'I owe £3,100.50'],
  ])('reads "%s" as "%s"', (one, other) => {
    expect(mask(one)).toBe(mask(other));
  });

  it.each([
    'what happens when I am 18 years old',
    'why 6 months and not 2 years',
    'I am deaf how long are calls kept',
    'who is at SK9 5AF',
    'how long are calls kept',
  ])('leaves "%s" alone', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('leaves out what tells nothing but who is writing', () => {
    expect(mask('My name is Jo Bloggs. how long are calls kept')).toBe('how long are calls kept');
  });

  it('leaves a message of nothing else as it is', () => {
    expect(mask('My name is Jo Bloggs')).not.toBe('');
  });
});
