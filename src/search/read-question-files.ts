import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

import type { ContentProblem, Loaded } from '../shared/content-problem';
import { checkYaml } from '../shared/read-yaml';
import { takeOutBatches, type Batch, type SourceWithBatches } from './question-batches';
import type { Meaning, Phrasing, QuestionContent, Topic } from './question-content';
import {
  askedFlowsSchema,
  askedSmalltalkSchema,
  beyondSchema,
  ID,
  notAskedAboutSchema,
  topicsSchema,
} from './questions-schema';

/** Where something stands in the content folder. */
export interface Place {
  /** Path from the content folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The questions with their places, so that editors can be told where something is wrong. */
export interface PlacedQuestions extends QuestionContent {
  readonly topics: readonly (Topic & Place)[];
  readonly phrasings: readonly (Phrasing & Place)[];
  /** Passages of the notice that need no topic. */
  readonly notAskedAbout: readonly ({ readonly passage: string } & Place)[];
}

const FOLDER = 'questions';
/** Where it says which passages need no topic. */
export const NOT_ASKED_ABOUT_FILE = `${FOLDER}/not-asked-about.yaml`;
const NOT_SECTIONS = ['beyond.yaml', 'flows.yaml', 'not-asked-about.yaml', 'smalltalk.yaml'];
/** `topic:` as the first or a later key of an item. */
const TOPIC_LINE = /^(?:- +| +)topic:/;

/** The path of the file for a section of the notice. */
export const questionFile = (sectionId: string): string => `${FOLDER}/${sectionId}.yaml`;

/** Reads content/questions and checks each file for itself; what several files say together is checked elsewhere. */
export function readQuestionFiles(contentDir: string): Loaded<PlacedQuestions> {
  const topics = sectionFiles(contentDir).map((file) => readTopics(contentDir, file));
  const others = [readFlows(contentDir), readBeyond(contentDir), readSmalltalk(contentDir)];
  const notAskedAbout = readNotAskedAbout(contentDir);
  return {
    value: {
      topics: topics.flatMap(({ value }) => value.topics),
      phrasings: [...topics.flatMap(({ value }) => value.phrasings), ...others.flatMap(({ value }) => value)],
      notAskedAbout: notAskedAbout.value,
    },
    problems: [...topics, ...others, notAskedAbout].flatMap(({ problems }) => problems),
  };
}

function sectionFiles(contentDir: string): readonly string[] {
  const folder = join(contentDir, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !NOT_SECTIONS.includes(name))
    .sort()
    .map((name) => `${FOLDER}/${name}`);
}

function readTopics(contentDir: string, file: string): Loaded<Pick<PlacedQuestions, 'topics' | 'phrasings'>> {
  const { value, problems, taken } = readWithBatches(contentDir, file, topicsSchema);
  const lines = taken.source.split('\n').flatMap((text, index) => (TOPIC_LINE.test(text) ? [taken.lines[index]] : []));
  const topics = (value ?? []).map((topic, index) => {
    const { topic: id, title, says, about, 'not-told': notTold, passages } = topic;
    return { id, title, says, about, notTold, passages, file, line: lines[index] ?? 1 };
  });
  const phrasings = (value ?? []).map(({ topic, asked }) => phrasingsOf(asked, `topic:${topic}`, file, taken));
  return {
    value: { topics, phrasings: phrasings.flatMap((one) => one.value) },
    problems: [...problems, ...phrasings.flatMap((one) => one.problems)],
  };
}

function readFlows(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/flows.yaml`;
  const { value, problems, taken } = readWithBatches(contentDir, file, askedFlowsSchema);
  const flows = Object.entries(value ?? {}).map(([flow, asked]) => phrasingsOf(asked, `flow:${flow}`, file, taken));
  return together(problems, flows);
}

function readBeyond(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/beyond.yaml`;
  const { value, problems, taken } = readWithBatches(contentDir, file, beyondSchema);
  if (!value) return { value: [], problems };
  const kinds = (['off_topic', 'not_in_notice'] as const).map((kind) => phrasingsOf(value[kind], kind, file, taken));
  return together(problems, kinds);
}

function readSmalltalk(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/smalltalk.yaml`;
  const { value, problems, taken } = readWithBatches(contentDir, file, askedSmalltalkSchema);
  return together(problems, [phrasingsOf(value?.asked, 'smalltalk', file, taken)]);
}

function readNotAskedAbout(contentDir: string): Loaded<PlacedQuestions['notAskedAbout']> {
  const file = NOT_ASKED_ABOUT_FILE;
  const { value, problems, taken } = readWithBatches(contentDir, file, notAskedAboutSchema);
  const lines = taken.source.split('\n');
  const passages = Object.keys(value ?? {}).map((passage) => {
    const line = taken.lines[lines.findIndex((text) => text.startsWith(`${passage}:`))] ?? 1;
    return { passage, file, line };
  });
  return { value: passages, problems };
}

function readWithBatches<T>(
  contentDir: string,
  file: string,
  schema: z.ZodType<T>,
): Loaded<T | undefined> & { readonly taken: SourceWithBatches } {
  if (!existsSync(join(contentDir, file))) {
    const problem = { file, line: 1, problem: 'the file is missing', rule: 'file-exists' };
    return { value: undefined, problems: [problem], taken: takeOutBatches('') };
  }
  const taken = takeOutBatches(readFileSync(join(contentDir, file), 'utf8'));
  const { value, problems } = checkYaml(file, taken.source, schema);
  return { value, problems: problems.map((one) => ({ ...one, line: taken.lines[one.line - 1] ?? one.line })), taken };
}

/** @param asked the name of the batches that were taken out; absent where a flow has none */
function phrasingsOf(
  asked: string | undefined,
  meaning: Meaning,
  file: string,
  { batches }: SourceWithBatches,
): Loaded<(Phrasing & Place)[]> {
  const found = batches.get(asked ?? '') ?? [];
  return {
    value: found.flatMap(({ name: batch, questions }) =>
      questions.map(({ text, line }) => ({ text, meaning, batch, file, line })),
    ),
    problems: batchProblems(file, found),
  };
}

function batchProblems(file: string, batches: readonly Batch[]): readonly ContentProblem[] {
  return batches.flatMap(({ name, line, questions }, index) => {
    const at = (problem: string, rule: string): ContentProblem => ({ file, line, problem, rule });
    const isRepeated = batches.slice(0, index).some((other) => other.name === name);
    return [
      ...(ID.test(name) ? [] : [at(`"${name}" is no id: write small letters, digits and single hyphens`, 'id-form')]),
      ...(isRepeated ? [at(`the batch "${name}" stands here twice; put its questions together`, 'unique')] : []),
      ...(questions.length > 0 ? [] : [at(`the batch "${name}" has no questions`, 'not-empty')]),
    ];
  });
}

function together<T>(problems: readonly ContentProblem[], parts: readonly Loaded<T[]>[]): Loaded<T[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    problems: [...problems, ...parts.flatMap((part) => part.problems)],
  };
}
