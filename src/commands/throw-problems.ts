import { AppError } from '../shared/app-error';
import { describeProblem, type ContentProblem } from '../shared/content-problem';

/** @throws AppError `content_invalid` with a line for every problem, if there is any */
export function throwProblems(problems: readonly ContentProblem[]): void {
  if (problems.length > 0) throw new AppError('content_invalid', problems.map(describeProblem).join('\n'));
}
