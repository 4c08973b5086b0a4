import { commandIn } from './a-form';

/** Nothing is asked on the summary. */
const SUMMARY = undefined;

describe('what shall be changed', () => {
  it.each([
    ['change my name', 'change name'],
    ['can i change my name please', 'change name'],
    ['change the email', 'change reply'],
    ['change my e-mail address', 'change reply'],
    ['the company is wrong', 'change company'],
    ['wrong company', 'change company'],
    ['my postcode is wrong', 'change place'],
    ['change how you contact me', 'change reply'],
    ['my name is spelt wrong', 'change name'],
    ["that's the wrong number", 'change reply'],
    ['no the company is wrong', 'change company'],
    ['go back to the company', 'change company'],
    ['i put the wrong email', 'change reply'],
    ['edit who it is about', 'change subject'],
    ['typo in my name', 'change name'],
    ['change my name to Dave', undefined],
    ['change everything', undefined],
    ['change my landlord', undefined],
    ['the company is rubbish', undefined],
  ])('on the summary: "%s" is %s', (text, expected) => {
    expect(commandIn(text, SUMMARY)).toBe(expected);
  });

  it('is read in the middle of a form, of what was told', () => {
    expect(commandIn('change my name', 'company')).toBe('change name');
    expect(commandIn('change my name', 'company', {})).toBeUndefined();
  });

  it('is told from what is wrong with what we hold, where any words are an answer', () => {
    expect(commandIn('the company is wrong', 'what')).toBeUndefined();
    expect(commandIn('change my answer about the company', 'what')).toBe('change company');
  });
});
