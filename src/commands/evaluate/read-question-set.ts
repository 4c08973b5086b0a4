import { existsSync, readFileSync } from 'node:fs';

import type { NoticeVersion } from '../../notice/notice';
import { DECLINED, wantedOf } from '../../search/judge-understanding';
import { normalise } from '../../search/normalise';
import type { Meaning, Topic } from '../../search/question-content';
import { FLOWS } from '../../search/understanding';
import type { ContentProblem, Loaded } from '../../shared/content-problem';
import type { LabelledQuestion } from './labelled-question';
import { parseQuestionLine, type LineProblem, type QuestionLine } from './question-line';

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
    const parsed = parseQuestionLine(text);
    const problems =
      'line' in parsed ? [...this.unknownNames(parsed.line), ...this.repeated(parsed.line, line)] : parsed.problems;
    this.problems.push(...problems.map((problem) => ({ file: this.file, line, ...problem })));
    if ('line' in parsed && problems.length === 0) this.questions.push({ ...this.question(parsed.line), line });
  }

  private question({ id, q, kind, wanted, why, tags }: QuestionLine): LabelledQuestion {
    const named = wanted.flatMap((name) => this.standsFor(name));
    const own = kind === 'decline' ? [DECLINED] : kind === 'smalltalk' ? [kind] : [];
    const sections = named.flatMap((id) => this.sections.get(id) ?? []);
    return { id, q, kind, wanted: [...named, ...own], why, section: kind === 'answer' ? sections[0] : undefined, tags };
  }

  /** As `judge` names it; nothing for what there is not. */
  private standsFor(name: string): readonly string[] {
    if (name.startsWith('flow:')) return FLOWS.filter((flow) => name === `flow:${flow}`);
    if (!name.startsWith('topic:')) return [name];
    return wantedOf(name as Meaning, this.topics).filter((passage) => this.sections.has(passage));
  }

  private unknownNames({ wanted }: QuestionLine): readonly LineProblem[] {
    return wanted
      .filter((name) => this.standsFor(name).length === 0)
      .map((name) => ({ problem: `there is no ${name}, or nothing of it in the notice`, rule: 'label-exists' }));
  }

  private repeated({ id, q }: QuestionLine, line: number): readonly LineProblem[] {
    return [`the id ${id}`, `the question "${normalise(q)}"`].flatMap((key) => {
      const first = this.lineOf.get(key);
      if (first !== undefined) return [{ problem: `${key} stands on line ${first} already`, rule: 'unique' }];
      this.lineOf.set(key, line);
      return [];
    });
  }
}
