import { answer } from './a-form';

const placeIn = (text: string): string | undefined => {
  const reading = answer(text, 'place');
  return reading.kind === 'answered' ? reading.facts['place'] : undefined;
};

describe('an address or a tenancy', () => {
  it.each([
    ['WR1 2AB', 'WR1 2AB'],
    ['wr12ab', 'WR1 2AB'],
    ['Wr1 2aB', 'WR1 2AB'],
    ['wr1   2ab', 'WR1 2AB'],
    ['wr1-2ab', 'WR1 2AB'],
    ['se1 9aa', 'SE1 9AA'],
    ['e16an', 'E1 6AN'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['w1a 0ax', 'W1A 0AX'],
    ['ab1 2cd', 'AB1 2CD'],
    ['its wr1 2ab', 'WR1 2AB'],
    ['my postcode is wr1 2ab', 'WR1 2AB'],
    ['12 high street, worcester, wr1 2ab', '12 high street, worcester, WR1 2AB'],
    ['flat 3\n12 high street\nwr12ab', 'flat 3, 12 high street, WR1 2AB'],
    ['i live at flat 3 12 high street', 'flat 3 12 high street'],
    ['12, the green', '12, the green'],
    ['The Old Rectory, Church Lane', 'The Old Rectory, Church Lane'],
    ['rose cottage worcester', 'rose cottage worcester'],
    ['worcester', 'worcester'],
    ['flat above the chip shop', 'flat above the chip shop'],
    ['my old flat, 3 mill lane wr1 2ab', 'my old flat, 3 mill lane WR1 2AB'],
    [
      'it was the one i left last year 14b london road wr1 2ab i think',
      '14b london road wr1 2ab'.replace('wr1 2ab', 'WR1 2AB'),
    ],
    ['tenancy ref 30012345', 'tenancy ref 30012345'],
    ['my tenancy reference is T/30012345', 'my tenancy reference is T/30012345'],
    ['0123456789', '0123456789'],
    ['T-00123456', 'T-00123456'],
    ['1234567', '1234567'],
    ['no fixed address', 'no fixed address'],
    ['im homeless', 'im homeless'],
  ])('is read in "%s"', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });

  it('is told from a way to reply in the same message', () => {
    expect(answer('12 High Street WR1 2AB, sam@example.org', 'place')).toEqual({
      kind: 'answered',
      facts: { place: '12 High Street WR1 2AB', email: 'sam@example.org' },
    });
    expect(answer('worcester and my number is 07700 900123', 'place')).toEqual({
      kind: 'answered',
      facts: { place: 'worcester', phone: '07700 900123' },
    });
    expect(answer('sam@example.org', 'place')).toEqual({ kind: 'also', facts: { email: 'sam@example.org' } });
  });

  it('(edge case 53) may be that of a former tenant, a neighbour or a visitor', () => {
    expect(placeIn('used to live at 3 Mill Lane, WR1 2AB')).toBe('used to live at 3 Mill Lane, WR1 2AB');
    expect(placeIn('next door to 3 Mill Lane')).toBe('next door to 3 Mill Lane');
    expect(placeIn('i was visiting my sister at 3 Mill Lane WR1 2AB when it happened')).toBe('3 Mill Lane WR1 2AB');
  });

  it.each([
    'why do you want my address?',
    'what address do you mean',
    'i want my file',
    'im not telling you where i live',
    'i dont have one',
    'not sure',
    'at 5pm i think',
  ])('is not told by "%s"', (text) => {
    expect(answer(text, 'place').kind).toBe('nothing');
  });

  it('has letters or figures', () => {
    expect(answer('😀', 'place')).toEqual({ kind: 'problem', problem: 'place', facts: {} });
  });
});
