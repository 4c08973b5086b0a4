/**
 * Tells how well messages are understood.
 *
 *   npm run -s evaluate                 leaves out one batch of the content's questions after the other
 *   npm run -s evaluate -- --fit        and prints the weights of the signals that fit the left-out lines best
 *   npm run -s evaluate -- --set FILE   asks the desk the questions of a file instead, one JSON object a line:
 *                                       {"q","kind":"answer|flow|decline|smalltalk","gold":[passage ids],"flow"}
 *
 * Folders are CONTENT_DIR and MODEL_DIR; ENCODER=off evaluates words alone.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { loadConfig, type Config } from '../config';
import { WITH_ENCODER, WORDS_ALONE } from '../search/combination-weights';
import type { Encoder } from '../search/encoder/encoder';
import { loadEncoder } from '../search/encoder/onnx-encoder';
import { embedAll } from '../search/encoder/vector-cache';
import { AppError } from '../shared/app-error';
import { fitLeftOut, judgeLeftOut, leaveOut, naturalBatches, type BatchEvaluation } from './evaluate-batches';
import { evaluateSet } from './evaluate-set';
import { loadDesk } from './load-desk';
import { readTrainingContent } from './read-training-content';
import { HEADING, VerdictTable } from './verdict-table';

const SEEN = `The encoder was tuned on all of these lines, also on the batch that is left out here: what rests on it looks
better than it is. New people are understood less well; docs/search.md has figures that are free of this.
`;

async function evaluate(args: readonly string[]): Promise<void> {
  const options = { set: { type: 'string' }, fit: { type: 'boolean' } } as const;
  const { set, fit = false } = parseArgs({ args: [...args], options }).values;
  if (set !== undefined) {
    const { desk, notice, close } = await loadDesk(process.env, undefined);
    console.log((await evaluateSet(set, desk, notice)).join('\n'));
    await close();
    return;
  }
  const config = loadConfig(process.env);
  const { questions, notice, lexicon } = readTrainingContent(config.contentDir);
  const encoder =
    config.encoder === 'on'
      ? await cachedEncoder(
          config,
          questions.phrasings.map(({ text }) => text),
        )
      : undefined;
  await evaluateContent({ questions, notice, lexicon, ...(encoder && { encoder }) }, fit);
}

async function evaluateContent(evaluation: BatchEvaluation, fit: boolean): Promise<void> {
  if (evaluation.encoder) console.log(SEEN);
  console.log(HEADING);
  const all = new VerdictTable();
  const left = [];
  for (const batch of naturalBatches(evaluation.questions)) {
    const lines = await leaveOut(evaluation, batch);
    const table = judgeLeftOut(lines, evaluation);
    console.log(table.line(batch));
    all.addAll(table);
    left.push(...lines);
  }
  console.log(['', ...all.lines(), '', ...all.calibration()].join('\n'));
  if (fit) console.log(JSON.stringify(fitLeftOut(left, evaluation.encoder ? WITH_ENCODER : WORDS_ALONE), undefined, 1));
}

/** The vectors of these texts, as an encoder that knows no others. */
async function cachedEncoder({ modelDir }: Config, texts: readonly string[]): Promise<Encoder> {
  const encoder = await loadEncoder(undefined, { threads: 2 });
  const vectors = await embedAll(encoder, texts, join(modelDir, 'vectors.cache'));
  const byText = new Map(texts.map((text, at) => [text, vectors[at] ?? new Float32Array(encoder.dimensions)]));
  await encoder.close();
  return {
    dimensions: encoder.dimensions,
    checksum: encoder.checksum,
    embed: (wanted) => Promise.resolve(wanted.map((text) => byText.get(text) ?? new Float32Array(encoder.dimensions))),
    close: () => Promise.resolve(),
  };
}

evaluate(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
});
