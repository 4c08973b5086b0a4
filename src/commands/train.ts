/**
 * Learns from content/questions what messages mean, and keeps the result in the model folder.
 *
 *   npm run train
 *   node dist/src/commands/train.js --if-stale     only what is older than its content; this is what `npm start` does
 *
 * Folders are CONTENT_DIR and MODEL_DIR; with ENCODER=off only the words are learnt. Two processes, one for words and
 * one for vectors, so that both cores are used. Ends with status 1 when the content is wrong.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { loadConfig, type Config } from '../config';
import { contentFingerprint } from '../search/content-fingerprint';
import { checkEncoderFiles } from '../search/encoder/encoder-files';
import { ENCODER_FOLDER, loadEncoder } from '../search/encoder/onnx-encoder';
import { embedAll } from '../search/encoder/vector-cache';
import { trainVectorModel } from '../search/train-vector-model';
import { trainWordModel } from '../search/train-word-model';
import { readVectorModel, writeVectorModel } from '../search/vector-model-file';
import { readWordModel, writeWordModel } from '../search/word-model-file';
import { AppError } from '../shared/app-error';
import { readTrainingContent } from './read-training-content';

const PARTS = ['words', 'vectors'] as const;
type Part = (typeof PARTS)[number];

type Places = Pick<Config, 'contentDir' | 'modelDir' | 'encoder'>;

/** Cores for the vectors of thousands of texts. */
const THREADS = 2;

async function train(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const places: Places = loadConfig(environment);
  const [first, second] = args;
  if (first === '--part') return trainPart(second as Part, places);
  if (args.length > 1 || (first !== undefined && first !== '--if-stale')) {
    process.stderr.write('usage: train [--if-stale]\n');
    return 2;
  }
  const wanted = PARTS.filter((part) => part === 'words' || places.encoder === 'on');
  const isWanted = await Promise.all(wanted.map(async (part) => first === undefined || (await isStale(part, places))));
  const stale = wanted.filter((_, at) => isWanted[at]);
  if (stale.length === 0) return 0;
  const started = performance.now();
  process.stderr.write('Learning from the questions, as they have changed ... ');
  const statuses = await Promise.all(stale.map(runPart));
  const worst = Math.max(...statuses);
  if (worst === 0) process.stderr.write(`done in ${Math.round((performance.now() - started) / 1000)} s\n`);
  return worst;
}

/** A model is stale when it is missing, of other content or of another encoder. */
async function isStale(part: Part, { contentDir, modelDir }: Places): Promise<boolean> {
  const fingerprint = contentFingerprint(contentDir);
  if (part === 'words') return !readWordModel(modelDir, fingerprint);
  const { checksum } = await checkEncoderFiles(ENCODER_FOLDER);
  return readVectorModel(modelDir, fingerprint)?.encoderChecksum !== checksum;
}

function runPart(part: Part): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [__filename, '--part', part], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject).on('close', (status) => resolve(status ?? 1));
  });
}

async function trainPart(part: Part, { contentDir, modelDir }: Places): Promise<number> {
  const fingerprint = contentFingerprint(contentDir);
  const { questions, notice, lexicon } = readTrainingContent(contentDir);
  if (part === 'words') {
    writeWordModel(modelDir, trainWordModel(questions, notice, lexicon), fingerprint);
    return 0;
  }
  const encoder = await loadEncoder(undefined, { threads: THREADS });
  const { checksum, dimensions } = encoder;
  const embed = (texts: readonly string[]) => embedAll(encoder, texts, join(modelDir, 'vectors.cache'));
  writeVectorModel(modelDir, await trainVectorModel(questions, { embed, checksum, dimensions }), fingerprint);
  await encoder.close();
  return 0;
}

train(process.argv.slice(2), process.env).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
