/** Turns scores into shares of 1, in place: e^score, divided by the sum of all. Returns the logarithm of that sum. */
export function softmax(scores: Float64Array): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] as number) - highest);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return highest + Math.log(sum);
}
