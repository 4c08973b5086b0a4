import fc from 'fast-check';

import { answer, question } from './a-form';

const chosen = (text: string, asked: string): string | undefined => {
  const reading = answer(text, asked);
  return reading.kind === 'answered' ? reading.facts[asked] : undefined;
};

describe('the option that is meant', () => {
  it.each([
    ['Sovereign Network Group', 'sng'],
    ['sovereign network group please', 'sng'],
    ['SNG', 'sng'],
    ['its sng', 'sng'],
    ['sovereign', 'sng'],
    ['soverign', 'sng'],
    ['sovereing netwrok group', 'sng'],
    ['im with sovereign', 'sng'],
    ['network homes', 'snh'],
    ['Network Homes!!', 'snh'],
    ['netwrok homes', 'snh'],
    ['network hmes', 'snh'],
    ['sovereign network homes', 'snh'],
    ['i think its network homes', 'snh'],
    ['used to be network homes', 'snh'],
    ['its the network one', 'snh'],
    ['it isnt sovereign its network homes', 'snh'],
    ['2', 'snh'],
    ['the second one', 'snh'],
    ['option 2', 'snh'],
    ['number 2 please', 'snh'],
    ['b', 'snh'],
    ['1st', 'sng'],
    ['the first', 'sng'],
    ['the last one please', 'unsure'],
    ['I am not sure', 'unsure'],
    ['not sure', 'unsure'],
    ['not sure sorry', 'unsure'],
    ['both', 'unsure'],
    ['bloody network homes', 'snh'],
  ])('of companies in "%s" is %s', (text, id) => {
    expect(chosen(text, 'company')).toBe(id);
  });

  it.each([
    'sovereign or network',
    'not network homes',
    'not sovereign',
    'what is network homes?',
    'whats the difference',
    'dave',
    'the one in wembley',
    '7',
    'you',
    'none of them',
    'dunno',
    '😀',
    '',
  ])('is not plain in "%s"', (text) => {
    expect(chosen(text, 'company')).toBeUndefined();
  });

  it.each([
    ['yes', 'yes'],
    ['Yes, it is safe', 'yes'],
    ['yeah', 'yes'],
    ['yep its fine', 'yes'],
    ['yes please', 'yes'],
    ['yes, only me', 'yes'],
    ['👍🏽', 'yes'],
    ['its safe', 'yes'],
    ['sure', 'yes'],
    ['no', 'no'],
    ['nope', 'no'],
    ['not really', 'no'],
    ['no its not safe', 'no'],
    ['no my ex reads it', 'no'],
    ['no, my son opens my letters', 'no'],
    ['👎', 'no'],
    ['yes but its not safe', 'no'],
    ['no dont ring there', 'no'],
    ['no one else can see it', 'yes'],
    ['it isnt safe', 'no'],
  ])('of yes and no in "%s" is %s', (text, id) => {
    expect(chosen(text, 'safe')).toBe(id);
  });

  it.each([
    'yes but my husband can read it',
    'no but its fine',
    'no problem',
    'yes and no',
    'sometimes',
    'depends',
    'yesterday',
    'no idea',
  ])('of yes and no is not plain in "%s"', (text) => {
    expect(chosen(text, 'safe')).toBeUndefined();
  });

  it.each([
    ['me', 'me'],
    ['just me', 'me'],
    ['its for me', 'me'],
    ['its my own file', 'me'],
    ['somebody else', 'other'],
    ['smeone else', 'other'],
    ['not me', 'other'],
    ['my mum', 'other'],
    ['my mother in law', 'other'],
    ['its about my late nan', 'other'],
    ['for my client Jane Doe', 'other'],
    ['my son', 'child'],
    ['our kids', 'child'],
    ['my 7 year old', 'child'],
    ['my grown up daughter', 'other'],
    ['A child I look after', 'child'],
  ])('of people in "%s" is %s', (text, id) => {
    expect(chosen(text, 'subject')).toBe(id);
  });

  it.each([
    ['7', 'under-12'],
    ['shes 7', 'under-12'],
    ['he is 14', 'from-12'],
    ['12', 'from-12'],
    ['2', 'under-12'],
    ['under 12', 'under-12'],
    ['fourteen', 'from-12'],
    ['nearly 12', undefined],
    ['9 or 13', undefined],
  ])('of ages in "%s" is %s', (text, id) => {
    expect(chosen(text, 'child-age')).toBe(id);
  });

  it.each(['my mum and my son', 'i want my file', 'not my mum', 'the neighbours dog'])(
    'of people is not plain in "%s"',
    (text) => {
      expect(chosen(text, 'subject')).toBeUndefined();
    },
  );

  it('is always one that is offered, and reading never fails', () => {
    const ids = new Set(question('company').options.map(({ id }) => id));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(ids.has(chosen(text, 'company') ?? 'unsure')).toBe(true);
      }),
      { seed: 5 },
    );
  });
});
