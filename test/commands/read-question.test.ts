import fc from 'fast-check';

import { readQuestion } from '../../src/commands/read-question';

describe('reading a line of questions', () => {
  it('takes plain text, with the number of the line as id', () => {
    expect(readQuestion('how long do you keep calls', 3)).toEqual({ id: '3', q: 'how long do you keep calls' });
  });

  it('takes an object with its own id', () => {
    expect(readQuestion('{"id":"A-1","q":"hello"}', 1)).toEqual({ id: 'A-1', q: 'hello' });
    expect(readQuestion('{"id":7,"q":"hello","more":true}', 1)).toEqual({ id: 7, q: 'hello' });
    expect(readQuestion('{"q":"hello"}', 9)).toEqual({ id: '9', q: 'hello' });
  });

  it.each([
    ['{"id":"A","q":', '2', /not JSON/],
    ['{"id":"A"}', 'A', /no text in "q"/],
    ['{"id":"A","q":5}', 'A', /no text in "q"/],
    ['{"id":"A","q":"  "}', 'A', /empty/],
    ['', '2', /empty/],
    ['x'.repeat(2_001), '2', /longer than 2000 characters/],
  ])('says what is wrong with a bad line', (line, id, error) => {
    expect(readQuestion(line, 2)).toEqual({ id, error: expect.stringMatching(error) as string });
  });

  it('takes 2,000 characters', () => {
    expect(readQuestion('x'.repeat(2_000), 1)).toHaveProperty('q');
  });

  it('never throws, whatever the line', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `{${text}`),
        ),
        (line) => {
          expect(readQuestion(line, 1)).toHaveProperty('id');
        },
      ),
    );
  });
});
