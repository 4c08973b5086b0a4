import { readIdentifier } from '../../src/subject-access/identifier';

describe('what a person is looked for by', () => {
  it.each([
    ['Jo@Example.ORG', { kind: 'email', address: 'jo@example.org' }],
    ['mailto:jo@example.org', { kind: 'email', address: 'jo@example.org' }],
    ['07700 900 123', { kind: 'phone', address: '+447700900123' }],
    ['+44 (0)7700 900123', { kind: 'phone', address: '+447700900123' }],
    ['AbCdEfGhIjKlMnOpQrStUv', { kind: 'conversation', id: 'AbCdEfGhIjKlMnOpQrStUv' }],
    ['a:1x9_teams|conversation', { kind: 'conversation', id: 'a:1x9_teams|conversation' }],
  ])('is read from "%s"', (text, identifier) => {
    expect(readIdentifier(text)).toEqual(identifier);
  });

  it.each(['Jo Quibell', 'Jo', '', '4 Elm Road', '12345', 'the man with the dog in flat nine'])(
    'is not "%s"',
    (text) => {
      expect(readIdentifier(text)).toBeUndefined();
    },
  );
});
