import { createSpeller } from '../../src/search/spell';

const spell = createSpeller(
  new Map([
    ['telephone', 9],
    ['recordings', 4],
    ['keep', 40],
    ['kept', 20],
    ['data', 90],
    ['date', 3],
  ]),
);

describe('spelling', () => {
  it.each([
    ['telefone', 'telephone'],
    ['recrodings', 'recordings'],
    ['keeep', 'keep'],
    ['dsta', 'data'],
  ])('reads "%s" as "%s"', (wrong, right) => {
    expect(spell(wrong)).toBe(right);
  });

  it('takes the commoner of two words that are as near', () => {
    expect(spell('datx')).toBe('data');
  });

  it.each(['kept', 'dat', 'plumber', 'b4ta', 'données', ''])('leaves "%s" as it is', (word) => {
    expect(spell(word)).toBe(word);
  });
});
