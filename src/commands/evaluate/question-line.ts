import { z } from 'zod';

import type { ContentProblem } from '../../shared/content-problem';
import { QUESTION_KINDS } from './labelled-question';
import { parseJson } from './parse-json';

/** How something that would be right is named. */
const NAME = /^(?:(?:topic|flow):[\w-]+|smalltalk|decline|urgent)$/;
const NO_NAME = 'is no "topic:...", "flow:...", "smalltalk", "decline" or "urgent"';

const lineSchema = z.strictObject({
  id: z.string().min(1),
  q: z.string().trim().min(1),
  kind: z.enum(QUESTION_KINDS),
  /** Each alone would be right. For `decline` and `smalltalk` the kind itself is, too. */
  wanted: z.array(z.string().regex(NAME, NO_NAME)).default([]),
  why: z.enum(['off_topic', 'not_in_notice']).optional(),
  tags: z.array(z.string().min(1)).default([]),
});

/**
 * A line of a set of questions. What is right is named by topics and requests, not by passages, so that a set outlives a
 * version of the notice.
 */
export type QuestionLine = z.infer<typeof lineSchema>;

/** What is wrong in a line. */
export type LineProblem = Pick<ContentProblem, 'problem' | 'rule'>;

/** Reads one line, and checks what can be seen without the content. */
export function parseQuestionLine(text: string): { line: QuestionLine } | { problems: readonly LineProblem[] } {
  const json = parseJson(text);
  if (json === undefined) return { problems: [{ problem: 'this line is not JSON', rule: 'json' }] };
  const { success, data, error } = lineSchema.safeParse(json);
  if (success) {
    const problems = kindProblems(data).map((problem) => ({ problem, rule: 'label-fits' }));
    return problems.length > 0 ? { problems } : { line: data };
  }
  const problems = error.issues.map(({ path, message, code }) => {
    return {
      problem: `${path.join('.')} ${message}`.trim(),
      rule: code === 'unrecognized_keys' ? 'known-keys' : 'shape',
    };
  });
  return { problems };
}

/** What a question of this kind needs to be labelled with. */
function kindProblems({ kind, wanted, why }: QuestionLine): readonly string[] {
  const needed = { answer: 'topic:', flow: 'flow:', decline: '', smalltalk: '' }[kind];
  const hasNeeded = needed === '' || wanted.some((name) => name.startsWith(needed));
  const misplacedWhy =
    kind === 'decline'
      ? why === undefined && 'a question to decline needs "why": off_topic or not_in_notice'
      : why !== undefined && '"why" is for questions to decline only';
  return [!hasNeeded && `"wanted" has no ${needed} though the kind is ${kind}`, misplacedWhy].filter(
    (one) => one !== false,
  );
}
