/** As many as one message of the chat may have. */
export const LONGEST_TEXT = 2_000;

/** Why words cannot be taken as an answer. */
export type TextProblem = 'too-short' | 'too-long';

export type TextReading = { readonly text: string } | { readonly problem: TextProblem };

/** Two letters or figures, however far apart, or one sign that may be a word of its own, as in Chinese. */
const WORDS = /[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Lo}/su;

/** Takes any words, as they were written. One letter, or signs and pictures alone, tell nothing. */
export function readText(text: string): TextReading {
  const words = tidyText(text);
  if (!WORDS.test(words)) return { problem: 'too-short' };
  return words.length > LONGEST_TEXT ? { problem: 'too-long' } : { text: words };
}

/** Words as they were written, without characters that nobody sees around them, nor what no letter has. */
export const tidyText = (text: string): string => text.replace(CONTROLS, '').trim();

/** Control characters but tab and line ends. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
