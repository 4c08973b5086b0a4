import { join } from 'node:path';

import type { Understanding } from '../../search/understanding';
import { loadQuestions } from '../../search/load-questions';
import type { Step } from '../../search/observe';
import type { QuestionContent } from '../../search/question-content';
import { createTermReader } from '../../search/term-reader';
import { columns } from '../columns';
import type { DeskAndNotice } from '../load-desk';
import { explainActions } from './explain-actions';
import { explainMeanings } from './explain-meanings';
import { explainPassages } from './explain-passages';
import { explainWords } from './explain-words';
import { nearestPhrasings } from './nearest-phrasings';

/** So many of the nearest phrasings are shown. */
const PHRASINGS = 5;

/** What explaining needs beside the desk that is asked. */
interface Explained {
  readonly loaded: DeskAndNotice;
  readonly questions: QuestionContent;
  /** What the desk told while it was asked. */
  readonly steps: readonly Step[];
}

/**
 * Asks a question and tells how it came to what is shown, in plain text.
 * @param steps filled by the desk: it must have been loaded with an observer that writes there
 */
export async function explainQuestion(q: string, loaded: DeskAndNotice, steps: readonly Step[]): Promise<string> {
  const { desk, notice, places } = loaded;
  const understanding = await desk.understand(q, { notice });
  const explained = { loaded, steps, questions: loadQuestions(places.contentDir).value };
  const blocks: (readonly string[])[] = [[`Question    ${q}`, ...leftOut(steps)], checks(steps)];
  for (const step of steps) blocks.push(...(await explainStep(step, explained)));
  const shown = desk.plainText(desk.reply(understanding, { notice }));
  blocks.push([outcome(understanding)], ['What is shown', ...indented(shown.split('\n'))]);
  return `${blocks.map((block) => block.join('\n').trimEnd()).join('\n\n')}\n`;
}

function leftOut(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) =>
    step.step === 'courtesies' && step.bare !== step.text ? [`Read as     ${step.bare}`] : [],
  );
}

function checks(steps: readonly Step[]): readonly string[] {
  const rows = steps.flatMap((step) => (step.step === 'check' ? [[step.check, step.found ?? 'no']] : []));
  return ['Looked for first', ...indented(columns(rows, []))];
}

/** The blocks of text for a step; the checks have theirs together. */
async function explainStep(step: Step, explained: Explained): Promise<readonly (readonly string[])[]> {
  switch (step.step) {
    case 'check':
    case 'courtesies':
      return [];
    case 'meanings':
      return [
        explainWords(step.text, explained.loaded.learnt.words, createTermReader(explained.loaded.lexicon)),
        ['Nearest phrasings', ...indented(await phrasingLines(step.text, explained))],
        ['What it can mean', ...indented(explainMeanings(step, explained.questions.topics))],
      ];
    case 'details':
      return [[`Asks for    ${step.asksFor.length > 0 ? step.asksFor.join(', ') : 'no detail'}`]];
    case 'actions':
      return [['What to do about it', ...indented(explainActions(step))]];
    case 'passages':
      return [['Nearest passages', ...indented(explainPassages(step))]];
  }
}

async function phrasingLines(text: string, { loaded, questions }: Explained): Promise<readonly string[]> {
  const { learnt, places } = loaded;
  if (!learnt.vectors) return ['not compared, as the encoder is off'];
  const cache = join(places.modelDir, 'vectors.cache');
  const { encoder } = learnt.vectors;
  const near = await nearestPhrasings(text, questions.phrasings, { encoder, cache, most: PHRASINGS });
  return columns(
    near.map(({ phrasing, cosine }) => [cosine.toFixed(2), phrasing.meaning, phrasing.text]),
    ['right'],
  );
}

const outcome = ({ kind, confidence }: Understanding): string =>
  `Understood as ${kind}, ${(100 * confidence).toFixed(0)} % sure.`;

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`.trimEnd());
