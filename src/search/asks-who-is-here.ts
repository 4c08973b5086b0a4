import { createSmalltalkRecogniser } from './recognise-smalltalk';
import { ARE_YOU_A_ROBOT, type SmalltalkContent } from './search-content';
import { splitMessage } from './split-message';

const SENTENCE_END = /(?<=[.?!])\s+/;

/**
 * Makes what tells whether a message also asks if a person or a program is here, beside something else: "are you a real
 * person? send me my file". Where it asks nothing else, it is understood as that.
 */
export function createAsksWhoIsHere(content: readonly SmalltalkContent[]): (text: string) => boolean {
  const recognise = createSmalltalkRecogniser(content);
  return (text) => {
    if (recognise(text) !== undefined) return false;
    // Short sentences are no parts of their own: "Everything please. Am I talking to a human?"
    const parts = [...splitMessage(text), ...text.split(SENTENCE_END)];
    return parts.some((part) => recognise(part) === ARE_YOU_A_ROBOT);
  };
}
