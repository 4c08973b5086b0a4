import { splitMessage } from '../../src/search/split-message';

describe('splitting a message', () => {
  it.each<[string, readonly string[]]>([
    ['how long do you keep calls', ['how long do you keep calls']],
    ['do you sell my data? and how do I complain?', ['do you sell my data?', 'how do I complain?']],
    ['delete my file and send me a copy', ['delete my file', 'send me a copy']],
    ['1. how long is it kept 2. who can see it', ['how long is it kept', 'who can see it']],
    ['- stop the surveys\n- send me my file', ['stop the surveys', 'send me my file']],
    ['my name and address and phone number', ['my name and address and phone number']],
    ['you keep a file on me. true?', ['you keep a file on me. true?']],
    ['', []],
    ['?!', []],
  ])('parts "%s" into %j', (text, parts) => {
    expect(splitMessage(text)).toEqual(parts);
  });

  it('loses no word', () => {
    const text = 'Moved out in May, and the deposit never came. Also, who has my bank details? Plus can I see my file';

    const words = splitMessage(text).join(' ').split(/\W+/);

    expect(words).toEqual(expect.arrayContaining(['deposit', 'bank', 'details', 'see', 'file']));
  });
});
