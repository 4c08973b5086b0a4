import { judgePassword } from '../../src/staff/judge-password';

const OWN = ['sam.example@example.org', 'Sam Example'];

describe('a new password', () => {
  it.each([
    'cobalt heron umbrella',
    'Ürgroßmutter am Fenster',
    'correct-horse-battery',
    '川の流れのように夕暮れの空へ',
  ])('may be %s', (password) => expect(judgePassword(password, OWN)).toBeUndefined());

  it.each([
    ['short', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaaa', 'too-simple'],
    ['abcabcabcabcabc', 'too-simple'],
    ['1234567890123', 'too-simple'],
    ['password123456', 'too-simple'],
    ['Pass word Welcome 1', 'too-simple'],
    ['qwertyuiopasdf', 'too-simple'],
    ['sam-example-2026', 'about-you'],
    ['example123456', 'about-you'],
  ])('may not be %s: %s', (password, problem) => expect(judgePassword(password, OWN)).toBe(problem));
});
