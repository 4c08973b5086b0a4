import { wantsItDone } from '../../src/search/wants-it-done';

describe('wantsItDone', () => {
  it.each([
    'delete my data',
    'please could you send me a copy',
    "I'd like to see my file",
    'can I have my data deleted?',
    'I want to know nothing, just delete it when you can',
  ])('holds of "%s"', (text) => {
    expect(wantsItDone(text)).toBe(true);
  });

  it.each(['how long before you delete my data', 'do you sell my data', 'who sees my file', 'when is it deleted'])(
    'does not hold of "%s"',
    (text) => {
      expect(wantsItDone(text)).toBe(false);
    },
  );
});
