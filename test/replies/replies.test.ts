import { blanksIn, fillBlanks } from '../../src/shared/fill-blanks';
import { Replies } from '../../src/replies/replies';

describe('Replies', () => {
  it('fills the blanks of a sentence', () => {
    const replies = new Replies(new Map([['decline.looked-in', 'I looked in {sections}.']]));

    expect(replies.say('decline.looked-in', { sections: '“A”' })).toBe('I looked in “A”.');
  });

  it('shows the key of a sentence that is missing', () => {
    expect(new Replies(new Map()).say('answer.lead')).toBe('[answer.lead]');
  });
});

describe('blanks', () => {
  it('are found in order', () => {
    expect(blanksIn('{a} and {b}')).toEqual(['a', 'b']);
  });

  it('stay where they have no value, and take no value from what every object has', () => {
    expect(fillBlanks('{a} {toString}', { a: 'x' })).toBe('x {toString}');
  });

  it('are not looked for in the values', () => {
    expect(fillBlanks('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});
