/** Something that was told in a message, and where it stands there. */
export interface Piece {
  readonly field: string;
  readonly value: string;
  /** Characters from the start of the message, with the words that led to it. */
  readonly start: number;
  readonly end: number;
  /** Words before it say whose it is: "my e-mail is ...". Without them it may be told about something else. */
  readonly isLed: boolean;
}

/** The message with line ends in the place of what was read already, so that all other places stay the same. */
export function blankOut(text: string, pieces: readonly Piece[]): string {
  return pieces.reduce((rest, { start, end }) => blank(rest, start, end), text);
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + '\n'.repeat(end - start) + text.slice(end);

/** Words that hold together what is told, and tell nothing themselves. */
const FILLERS = new Set(
  (
    'its it is im i am my mine me the this that thats these and or oh ok okay so well just also plus then here there a ' +
    'sorry no yes yeah not actually mean meant meaning should be correct correction corrected right proper new now wrong ' +
    'typo mistake oops please pls thanks thank you ta cheers hi hello hey at on to for from of in with by via use use try ' +
    'email e mail address phone mobile number tel name contact reply reach get write send ring call text instead again ' +
    'sent put typed gave spelt forgot add one x xx xxx'
  ).split(' '),
);

/** Whether words say anything beside what was read already. Takes normalised words. */
export const sayMore = (words: readonly string[]): boolean => words.some((word) => !FILLERS.has(word));
