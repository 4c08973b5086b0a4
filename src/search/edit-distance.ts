/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour to get from one word to the
 * other, no letter touched twice (optimal string alignment; Damerau 1964). Stops counting beyond `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      next.push(cell(one, other, row, column, { beforeLast, last, next }));
    }
    if (Math.min(...next) > most) return most + 1;
    beforeLast = last;
    last = next;
  }
  return last[other.length] ?? most + 1;
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly next: readonly number[];
}

function cell(one: string, other: string, row: number, column: number, { beforeLast, last, next }: Rows): number {
  const replaced = one[row - 1] === other[column - 1] ? 0 : 1;
  const least = Math.min(
    (last[column] as number) + 1,
    (next[column - 1] as number) + 1,
    (last[column - 1] as number) + replaced,
  );
  const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return isSwap ? Math.min(least, (beforeLast[column - 2] as number) + 1) : least;
}
