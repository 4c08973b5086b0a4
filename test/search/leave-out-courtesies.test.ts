import fc from 'fast-check';

import { createLeaveOutCourtesies } from '../../src/search/leave-out-courtesies';
import { loadSearchContent } from '../../src/search/load-search-content';

const leaveOut = createLeaveOutCourtesies(loadSearchContent('content').value.courtesies);
const QUESTION = 'how long do you keep calls';

describe('what people put around what they mean', () => {
  it.each([
    `Hi, ${QUESTION}`,
    `Good morning. Could you please tell me ${QUESTION}`,
    `hello there - sorry to bother you - ${QUESTION}`,
    `${QUESTION} please, thank you very much`,
    `${QUESTION} you useless bastards`,
    `for fuck's sake, how long do you fucking keep calls`,
    `Dear Sir or Madam, ${QUESTION} many thanks in advance kind regards`,
  ])('is left out: %s', (message) => {
    expect(leaveOut(message).replace(/[^a-z ]/g, '')).toBe(QUESTION);
  });

  it.each(['thanks', 'hi', 'Good morning', "for fuck's sake", 'fucking', 'Please', '', ' ?! '])(
    'stays where there is nothing else: "%s"',
    (message) => {
      expect(leaveOut(message)).toBe(message);
    },
  );

  it('leaves other messages as they are, to the letter', () => {
    const message = 'Is it  true that you “record” calls – and why?';

    expect(leaveOut(message)).toBe(message);
  });

  it('never adds a word, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        expect(leaveOut(text).length).toBeLessThanOrEqual(text.length);
      }),
      { seed: 7 },
    );
  });
});
