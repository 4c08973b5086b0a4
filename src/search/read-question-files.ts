import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

import type { ContentProblem, Loaded } from '../shared/content-problem';
import { checkYaml, readYaml } from '../shared/read-yaml';
import { takeOutBlocks, type SourceWithBlocks } from './question-blocks';
import type { Meaning, Phrasing, QuestionContent, Topic } from './question-content';
import {
  askedFlowsSchema,
  askedSmalltalkSchema,
  beyondSchema,
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

type Asked = Readonly<Record<string, string>>;

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
  const { value, problems, taken } = readWithBlocks(contentDir, file, topicsSchema);
  const lines = taken.source.split('\n').flatMap((text, index) => (TOPIC_LINE.test(text) ? [index + 1] : []));
  const topics = (value ?? []).map(({ topic, title, passages }, index) => {
    return { id: topic, title, passages, file, line: lines[index] ?? 1 };
  });
  const phrasings = (value ?? []).map(({ topic, asked }) => phrasingsOf(asked, `topic:${topic}`, file, taken));
  return {
    value: { topics, phrasings: phrasings.flatMap((one) => one.value) },
    problems: [...problems, ...phrasings.flatMap((one) => one.problems)],
  };
}

function readFlows(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/flows.yaml`;
  const { value, problems, taken } = readWithBlocks(contentDir, file, askedFlowsSchema);
  const flows = Object.entries(value ?? {}).map(([flow, asked]) => phrasingsOf(asked, `flow:${flow}`, file, taken));
  return together(problems, flows);
}

function readBeyond(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/beyond.yaml`;
  const { value, problems, taken } = readWithBlocks(contentDir, file, beyondSchema);
  if (!value) return { value: [], problems };
  const kinds = (['off_topic', 'not_in_notice'] as const).map((kind) => phrasingsOf(value[kind], kind, file, taken));
  return together(problems, kinds);
}

function readSmalltalk(contentDir: string): Loaded<(Phrasing & Place)[]> {
  const file = `${FOLDER}/smalltalk.yaml`;
  const { value, problems, taken } = readWithBlocks(contentDir, file, askedSmalltalkSchema);
  return together(problems, [phrasingsOf(value, 'smalltalk', file, taken)]);
}

function readNotAskedAbout(contentDir: string): Loaded<PlacedQuestions['notAskedAbout']> {
  const { value, problems } = readYaml(contentDir, NOT_ASKED_ABOUT_FILE, notAskedAboutSchema);
  const passages = Object.keys(value ?? {});
  return { value: passages.map((passage) => ({ passage, file: NOT_ASKED_ABOUT_FILE, line: 1 })), problems };
}

function readWithBlocks<T>(
  contentDir: string,
  file: string,
  schema: z.ZodType<T>,
): Loaded<T | undefined> & { readonly taken: SourceWithBlocks } {
  if (!existsSync(join(contentDir, file))) {
    const problem = { file, line: 1, problem: 'the file is missing', rule: 'file-exists' };
    return { value: undefined, problems: [problem], taken: { source: '', blocks: new Map() } };
  }
  const taken = takeOutBlocks(readFileSync(join(contentDir, file), 'utf8'));
  return { ...checkYaml(file, taken.source, schema), taken };
}

function phrasingsOf(
  asked: Asked | undefined,
  meaning: Meaning,
  file: string,
  { blocks }: SourceWithBlocks,
): Loaded<(Phrasing & Place)[]> {
  const batches = Object.entries(asked ?? {}).map(([batch, name]) => ({ batch, lines: blocks.get(name) ?? [] }));
  return {
    value: batches.flatMap(({ batch, lines }) => lines.map(({ text, line }) => ({ text, meaning, batch, file, line }))),
    problems: batches
      .filter(({ lines }) => lines.length === 0)
      .map(({ batch }) => {
        return { file, line: 1, problem: `${meaning}: the batch "${batch}" has no questions`, rule: 'not-empty' };
      }),
  };
}

function together<T>(problems: readonly ContentProblem[], parts: readonly Loaded<T[]>[]): Loaded<T[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    problems: [...problems, ...parts.flatMap((part) => part.problems)],
  };
}
