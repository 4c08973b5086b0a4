import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Questions in the form of test/evaluation, one of each kind and one that a word model gets wrong. */
export const SOME_QUESTIONS = [
  {
    id: 'Q-1',
    q: 'how long are my phone calls kept',
    kind: 'answer',
    wanted: ['topic:how-long-calls'],
    tags: ['polite'],
  },
  { id: 'Q-2', q: 'delete my data', kind: 'flow', wanted: ['flow:erasure'] },
  { id: 'Q-3', q: 'the tap in my kitchen drips', kind: 'decline', why: 'off_topic' },
  { id: 'Q-4', q: 'hello', kind: 'smalltalk', tags: ['polite'] },
  { id: 'Q-5', q: 'how long are phone calls kept', kind: 'decline', why: 'not_in_notice', tags: ['labelled wrongly'] },
];

/** Messages in the form of test/evaluation, one of each kind and one that is labelled wrongly. */
const SOME_MESSAGES = [
  { text: 'send me my file', kind: 'raised', matters: ['access'] },
  { text: 'how do I get a copy of my file', kind: 'mentioned', matter: 'access', why: 'hypothetical' },
  { text: 'can you fix my tap', kind: 'none' },
  { text: 'delete my data', kind: 'none' },
];

/** A project folder with nothing but a set of questions and one of messages. */
export interface SetFolder {
  readonly path: string;
  readonly file: string;
  write(lines: readonly unknown[]): void;
  remove(): void;
}

export function aSetFolder(lines: readonly unknown[] = SOME_QUESTIONS): SetFolder {
  const path = mkdtempSync(join(tmpdir(), 'evaluation-'));
  const file = join(path, 'test', 'evaluation', 'questions.jsonl');
  mkdirSync(join(path, 'test', 'evaluation'), { recursive: true });
  const write = (all: readonly unknown[]): void => {
    const texts = all.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(file, `${texts.join('\n')}\n`);
  };
  write(lines);
  const messages = SOME_MESSAGES.map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(join(path, 'test', 'evaluation', 'matters.jsonl'), `${messages}\n`);
  return { path, file, write, remove: () => rmSync(path, { recursive: true }) };
}
