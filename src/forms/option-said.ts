import type { Option, Question } from './form';
import { isNegated, placedWords, runsOf, type Run } from './placed-words';

type Words = readonly string[];

/** In letters. A shorter word is no sign of an option in a sentence: "give me" does not say whom it is about. */
const SHORTEST = 3;

/** In words. In so few a short word is one: "local MP". */
const FEW = 3;

/** Before a number these say that it is another one: "nearly 16". */
const HEDGES = new Set('nearly almost under over about around turning be than not before after'.split(' '));

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
      .filter((phrase) => words.length <= FEW || isNumber(phrase) || phrase.join('').length >= SHORTEST)
      .flatMap((phrase) => runsOf(words, phrase).map((run) => ({ ...run, option }))),
  );
  const longest = runs.filter((run) => !runs.some((other) => holds(other, run)));
  const isHedged = ({ from, to }: Run): boolean =>
    isNumber(words.slice(from, to).map(({ word }) => word)) && HEDGES.has(words[from - 1]?.word ?? '');
  const meant = new Set(
    longest.filter((run) => !isNegated(words, run.from) && !isHedged(run)).map(({ option }) => option),
  );
  const [option] = meant;
  return meant.size === 1 ? option : undefined;
}

const isNumber = (phrase: Words): boolean => phrase.every((word) => /^\d+$/.test(word));

const holds = (one: Run, other: Run): boolean =>
  one.from <= other.from && one.to >= other.to && one.to - one.from > other.to - other.from;
