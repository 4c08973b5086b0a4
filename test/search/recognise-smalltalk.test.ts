import { createSmalltalkRecogniser, nearestSmalltalk } from '../../src/search/recognise-smalltalk';
import { realSearchContent } from './real-content';

const recognise = createSmalltalkRecogniser(realSearchContent().smalltalk);

describe('recognising small talk', () => {
  it.each([
    ['hello', 'greeting'],
    ['Hi there!', 'greeting'],
    ['thank you so much', 'thanks'],
    ['thanks, you are kind', 'thanks'],
    ['ok thanks, bye', 'goodbye'],
    ['r u a robot', 'are-you-a-robot'],
    ['Who are you?', 'who-are-you'],
    ['hi, are you a robot?', 'are-you-a-robot'],
    ['Ask about the notice', 'ask-about-the-notice'],
    ['ok thx bye', 'goodbye'],
    ['this is bollocks', 'cross'],
    ['None of these', 'not-it'],
    ['is this chat saved on this computer?', 'this-device'],
    ['How do I know this is really you?', 'who-are-you'],
    ['is that legal?', 'unclear'],
  ])('takes "%s" for it', (text, topic) => {
    expect(recognise(text)).toBe(topic);
  });

  it.each([
    'hi, how long do you keep calls',
    'thanks for nothing, delete my file',
    'who are you sharing it with',
    'you',
    '',
  ])('does not take "%s" for it', (text) => {
    expect(recognise(text)).toBeUndefined();
  });
});

describe('small talk that was recognised by its sound alone', () => {
  const nearest = (text: string) => nearestSmalltalk(text, realSearchContent().smalltalk);

  it('is of the topic of whose wordings it holds the longest', () => {
    expect(nearest('well hello my good bot, are you a robot then')).toBe('are-you-a-robot');
  });

  it('is unclear, and no greeting, where it holds none', () => {
    expect(nearest('purple monkey dishwasher')).toBe('unclear');
  });
});
