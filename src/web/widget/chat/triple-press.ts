const TIMES = 3;
/** Milliseconds in which all three presses have to come. */
const WITHIN = 2000;

/** Counts presses of one key. @returns for each press whether it is the third within two seconds */
export function countPresses(now: () => number): () => boolean {
  let presses: number[] = [];
  return () => {
    const time = now();
    presses = [...presses, time].filter((press) => time - press <= WITHIN);
    if (presses.length < TIMES) return false;
    presses = [];
    return true;
  };
}
