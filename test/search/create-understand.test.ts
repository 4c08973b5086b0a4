import fc from 'fast-check';

import { createUnderstand } from '../../src/search/create-understand';
import type { Understanding } from '../../src/search/understanding';
import { aNotice } from './a-notice';
import { realNotice, realSearchContent } from './real-content';

const content = realSearchContent();
const understand = createUnderstand(content);
const context = { notice: realNotice() };
const firstId = (understanding: Understanding): string | undefined =>
  understanding.kind === 'answer' ? understanding.passages[0]?.passage.id : undefined;

describe('understanding a message', () => {
  it('finds how long calls are kept', () => {
    const understanding = understand('how long are my phone calls kept', context);

    expect(firstId(understanding)).toBe('how-long/recordings-of-telephone-calls-for-6');
  });

  it.each([
    ['delete my data. also i can smell gas', 'urgent'],
    ['hello', 'smalltalk'],
    ['hi, how long are phone calls kept', 'answer'],
    ['hello, delete my data', 'flow'],
    ['will it rain in Lisbon tomorrow', 'decline'],
    ['', 'decline'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(understand(text, context).kind).toBe(kind);
  });

  it('does not change its mind for politeness', () => {
    const plain = understand('how long are my phone calls kept', context);
    const polite = understand('Hello, could you please tell me how long are my phone calls kept? Thank you', context);

    expect(polite).toEqual(plain);
  });

  it('answers from the notice that it is given', () => {
    const other = aNotice({ Parrots: ['We keep the names of parrots for 9 years.'], Cats: ['We like cats.'] });

    expect(firstId(understand('names of parrots', { notice: other }))).toBe('section-1/passage-1');
    expect(understand('my parrots and budgies', context).kind).toBe('decline');
  });

  it('understands every choice that small talk offers', () => {
    const choices = content.smalltalk.flatMap((topic) => topic.choices);

    const missed = choices.filter((choice) =>
      ['decline', 'clarify', 'urgent'].includes(understand(choice, context).kind),
    );

    expect(missed).toEqual([]);
  });

  it.each([
    ['How long do you keep my tenancy file?', /tenancy file for 6 years/],
    ['How long are my phone calls kept?', /telephone calls for 6 months/],
    ['When is CCTV viewed?', /CCTV will only be viewed when necessary/],
    ['Do you sell my personal data?', /never sell your personal data/],
  ])('answers the example "%s" rightly', (example, answer) => {
    const understanding = understand(example, context);

    expect(content.smalltalk.flatMap((topic) => topic.choices)).toContain(example);
    expect(understanding.kind === 'answer' && understanding.passages[0]?.passage.text).toMatch(answer);
  });

  it('never throws, is sure between 0 and 1 and says the same twice, whatever the text', () => {
    const words = 'delete my data gas fire hello keep call constructor __proto__ toString 6 months please'.split(' ');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.array(fc.constantFrom(...words), { maxLength: 300 }).map((list) => list.join(' ').slice(0, 2_000)),
    );
    fc.assert(
      fc.property(text, (message) => {
        const understanding = understand(message, context);

        expect(understanding.confidence).toBeGreaterThanOrEqual(0);
        expect(understanding.confidence).toBeLessThanOrEqual(1);
        expect(understand(message, context)).toEqual(understanding);
      }),
    );
  });
});
