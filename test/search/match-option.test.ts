import fc from 'fast-check';

import { matchOption } from '../../src/search/match-option';

const OPTIONS = ['Sharing your information', 'How we secure your data', 'Your rights'];

describe('matchOption', () => {
  it.each([
    ['2', 1],
    ['the second one', 1],
    ['option 3 please', 2],
    ['first', 0],
    ['the last one', 2],
    ['Your rights', 2],
    ['shareing your infomation', 0],
    ['how we secure', 1],
    ['none of these', 'none'],
    ['None of these.', 'none'],
    ['neither', 'none'],
    ['no', 'none'],
    ['what is the weather', 'unclear'],
    ['4', 'unclear'],
    ['', 'unclear'],
    ['your', 'unclear'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(matchOption(text, OPTIONS)).toBe(expected);
  });

  it('does not take a new question for a choice', () => {
    expect(matchOption('how long do you keep recordings of my phone calls', OPTIONS)).toBe('unclear');
  });

  it('never throws, and never names an option that was not offered', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }),
        (text, list) => {
          const match = matchOption(text, list);

          if (typeof match === 'number') expect(match).toBeLessThan(list.length);
          else expect(['none', 'unclear']).toContain(match);
        },
      ),
    );
  });
});
