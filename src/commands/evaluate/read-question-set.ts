import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

import type { NoticeVersion } from '../../notice/notice';
import { DECLINED, wantedOf } from '../../search/judge-understanding';
import type { Meaning, Topic } from '../../search/question-content';
import { FLOWS } from '../../search/understanding';
import type { ContentProblem, Loaded } from '../../shared/content-problem';
import { QUESTION_KINDS, type LabelledQuestion } from './labelled-question';

/**
 * A line of the set. What is right is named by topics and requests, not by passages, so that a set outlives a version of
 * the notice.
 */
const lineSchema = z.strictObject({
  id: z.string().min(1),
  q: z.string().trim().min(1),
  kind: z.enum(QUESTION_KINDS),
  /** Each alone would be right. For `decline` and `smalltalk` the kind itself is, too. */
  wanted: z.array(z.string().regex(/^(?:(?:topic|flow):[\w-]+|smalltalk|decline|urgent)$/)).default([]),
  why: z.enum(['off_topic', 'not_in_notice']).optional(),
  tags: z.array(z.string().min(1)).default([]),
});
type Line = z.infer<typeof lineSchema>;

/** What the names in a set stand for. */
export interface Known {
  readonly topics: readonly Topic[];
  readonly notice: NoticeVersion;
}

/** A question with the line of the file that it stands on. */
export type PlacedQuestion = LabelledQuestion & { readonly line: number };

/** Reads a set of labelled questions, one JSON object a line, and checks it. */
export function readQuestionSet(file: string, known: Known): Loaded<readonly PlacedQuestion[]> {
  if (!existsSync(file)) {
    return { value: [], problems: [{ file, line: 1, problem: 'the file is missing', rule: 'file-exists' }] };
  }
  const reader = new SetReader(file, known);
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((text, index) => {
      if (text.trim() !== '') reader.read(text, index + 1);
    });
  return { value: reader.questions, problems: reader.problems };
}

class SetReader {
  readonly questions: PlacedQuestion[] = [];
  readonly problems: ContentProblem[] = [];
  private readonly topics: ReadonlyMap<string, Topic>;
  /** The title of the section that each passage stands in. */
  private readonly sections: ReadonlyMap<string, string>;
  private readonly lineOf = new Map<string, number>();

  constructor(
    private readonly file: string,
    { topics, notice }: Known,
  ) {
    this.topics = new Map(topics.map((topic) => [topic.id, topic]));
    const passages = notice.sections.flatMap((section) => section.passages);
    this.sections = new Map(passages.map(({ id, sectionTitle }) => [id, sectionTitle]));
  }

  read(text: string, line: number): void {
    const parsed = lineSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      const { path, message, code } = parsed.error.issues[0] ?? { path: [], message: 'is no question', code: '' };
      this.tell(line, `${path.join('.')} ${message}`.trim(), code === 'unrecognized_keys' ? 'known-keys' : 'shape');
      return;
    }
    const problems = [...this.labelProblems(parsed.data), ...this.repeated(parsed.data, line)];
    for (const { problem, rule } of problems) this.tell(line, problem, rule);
    if (problems.length === 0) this.questions.push({ ...this.question(parsed.data), line });
  }

  private tell(line: number, problem: string, rule: string): void {
    this.problems.push({ file: this.file, line, problem, rule });
  }

  private question({ id, q, kind, wanted, why, tags }: Line): LabelledQuestion {
    const named = wanted.flatMap((name) => this.standsFor(name));
    const own = kind === 'decline' ? [DECLINED] : kind === 'smalltalk' ? [kind] : [];
    const sections = named.flatMap((id) => this.sections.get(id) ?? []);
    const section = kind === 'answer' ? sections[0] : undefined;
    return { id, q, kind, wanted: [...named, ...own], why, section, tags };
  }

  /** As `judge` names it. */
  private standsFor(name: string): readonly string[] {
    if (!name.includes(':')) return [name];
    return wantedOf(name as Meaning, this.topics).filter((id) => name.startsWith('flow:') || this.sections.has(id));
  }

  private *labelProblems({ kind, wanted, why }: Line): Iterable<{ readonly problem: string; readonly rule: string }> {
    for (const name of wanted) {
      const isKnown = name.startsWith('flow:') ? FLOWS.some((flow) => name === `flow:${flow}`) : true;
      if (!isKnown || this.standsFor(name).length === 0) {
        yield {
          problem: `there is no ${name.replace(':', ' ')} that the notice in force answers`,
          rule: 'label-exists',
        };
      }
    }
    const needed = kind === 'answer' ? 'topic:' : kind === 'flow' ? 'flow:' : '';
    if (!wanted.some((name) => name.startsWith(needed)) && needed !== '') {
      yield { problem: `"wanted" has no ${needed} though the kind is ${kind}`, rule: 'label-fits' };
    }
    if ((kind === 'decline') !== (why !== undefined)) {
      yield { problem: '"why" says why a question is declined, and stands with no others', rule: 'label-fits' };
    }
  }

  private *repeated({ id, q }: Line, line: number): Iterable<{ readonly problem: string; readonly rule: string }> {
    for (const key of [`the id ${id}`, `the question "${q}"`]) {
      const first = this.lineOf.get(key);
      if (first === undefined) this.lineOf.set(key, line);
      else yield { problem: `${key} stands on line ${first} already`, rule: 'unique' };
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no question either: the schema says so.
    return undefined;
  }
}
