import type { Comparison } from './compare-with-baseline';

/** A change for the worse counts when chance would bring one so large less often than this. */
const RARE = 0.05;

/**
 * What became worse than chance explains, a sentence for each; none when all is well.
 *
 * The same questions are asked before and after, so only those count that changed sides: a change that does no harm loses
 * about as many as it gains. This is McNemar's exact test, one-sided: with n questions that changed sides, how likely
 * were so many losses if each were the toss of a coin. So 5 losses without a gain are too many (1 in 32), 10 against 4
 * may be chance (1 in 11), 12 against 4 may not (1 in 26). It is far sharper than comparing two percentages, whose error
 * of 2.5 points for 340 questions comes from which questions were chosen, and that is the same on both sides.
 */
export function worseThanNoise({ right, falseAnswers }: Comparison): readonly string[] {
  const told: string[] = [];
  if (chanceOf(right.lost, right.gained) < RARE) {
    told.push(`${right.lost} questions are not right any more, ${right.gained} have become right: more than chance`);
  }
  if (chanceOf(falseAnswers.gained, falseAnswers.lost) < RARE) {
    const { gained, lost } = falseAnswers;
    told.push(`${gained} questions are answered that were rightly not, ${lost} are no longer: more than chance`);
  }
  return told;
}

/** How likely `bad` or more heads are in `bad + good` tosses of a coin. */
export function chanceOf(bad: number, good: number): number {
  const tosses = bad + good;
  // The binomial coefficient over 2^n, from one number of heads to the next.
  let exactly = 0.5 ** tosses;
  let atLeast = 0;
  for (let heads = 0; heads <= tosses; heads++) {
    if (heads >= bad) atLeast += exactly;
    exactly *= (tosses - heads) / (heads + 1);
  }
  return Math.min(1, atLeast);
}
