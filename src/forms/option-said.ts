import type { Option, Question } from './form';
import { isNegated, placedWords, runsOf, type Run } from './placed-words';

type Words = readonly string[];

/** A short word is no sign of an option in a sentence: "no", "me", "mp" of "I mp". */
const SHORTEST = 3;

type Said = Run & { readonly option: Option };

/**
 * The one option whose words stand in a message, at the longest: "sovereign network homes" holds the words of three.
 * Undefined where words of two options stand apart from each other, or a "not" before them.
 */
export function optionSaid(
  text: string,
  { options }: Question,
  wordsOf: (option: Option) => readonly Words[],
): Option | undefined {
  const words = placedWords(text);
  const runs = options.flatMap((option): readonly Said[] =>
    wordsOf(option)
      .filter((phrase) => phrase.join('').length >= SHORTEST)
      .flatMap((phrase) => runsOf(words, phrase).map((run) => ({ ...run, option }))),
  );
  const longest = runs.filter((run) => !runs.some((other) => holds(other, run)));
  const meant = new Set(longest.filter(({ from }) => !isNegated(words, from)).map(({ option }) => option));
  const [option] = meant;
  return meant.size === 1 ? option : undefined;
}

const holds = (one: Run, other: Run): boolean =>
  one.from <= other.from && one.to >= other.to && one.to - one.from > other.to - other.from;
