/** What is wrong in a content file, told to the editor who can mend it. */
export interface ContentProblem {
  /** Path from the content folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  /** The rule that was broken; content/README.md explains each. */
  readonly rule: string;
}

/** What a loader could read, and everything that it found wrong. `value` may be used only when there are no problems. */
export interface Loaded<T> {
  readonly value: T;
  readonly problems: readonly ContentProblem[];
}

/** One line for an editor: `file:line  problem  (rule)`. */
export function describeProblem({ file, line, problem, rule }: ContentProblem): string {
  return `${file}:${line}  ${problem}  (${rule})`;
}
