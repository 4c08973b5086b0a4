import { createSmalltalkRecogniser } from '../../src/search/recognise-smalltalk';
import { realSearchContent } from './real-content';

const recognise = createSmalltalkRecogniser(realSearchContent().smalltalk);

describe('recognising small talk', () => {
  it.each([
    ['hello', 'greeting'],
    ['Hi there!', 'greeting'],
    ['thank you so much', 'thanks'],
    ['ok thanks, bye', 'thanks'],
    ['Who are you?', 'who-are-you'],
    ['hi, are you a robot?', 'are-you-a-robot'],
    ['Ask about the notice', 'ask-about-the-notice'],
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
