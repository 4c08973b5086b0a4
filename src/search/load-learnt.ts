import { AppError } from '../shared/app-error';
import { contentFingerprint } from './content-fingerprint';
import type { Learnt } from './create-understand';
import type { Encoder } from './encoder/encoder';
import { loadEncoder } from './encoder/onnx-encoder';
import { withRecentTexts } from './encoder/with-recent-texts';
import type { VectorSignals } from './rank-meanings';
import { readVectorModel } from './vector-model-file';
import { readWordModel } from './word-model-file';

/** Where content and models are, and whether the encoder is used. */
export interface LearntPlaces {
  readonly contentDir: string;
  readonly modelDir: string;
  readonly encoder: 'on' | 'off';
}

/** So many vectors of latest messages are kept: 400 kB. */
const RECENT = 256;

/**
 * Loads what training made of the content, and the encoder unless it is off. Whoever loads it closes it.
 * @throws AppError `model_missing` where nothing was learnt from the content as it is now; `encoder_damaged`
 */
export async function loadLearnt({ contentDir, modelDir, encoder }: LearntPlaces): Promise<Learnt> {
  const fingerprint = contentFingerprint(contentDir);
  const words = readWordModel(modelDir, fingerprint);
  if (!words) throw missing(modelDir, contentDir);
  if (encoder === 'off') return { words };
  const model = readVectorModel(modelDir, fingerprint);
  if (!model) throw missing(modelDir, contentDir);
  const loaded = await loadEncoder();
  return { words, vectors: await signals(loaded, model, () => missing(modelDir, contentDir)) };
}

/** Vectors of one encoder and what was learnt from another's do not go together. */
async function signals(
  encoder: Encoder,
  model: VectorSignals['model'],
  otherEncoder: () => AppError,
): Promise<VectorSignals> {
  if (encoder.checksum === model.encoderChecksum) return { encoder: withRecentTexts(encoder, RECENT), model };
  await encoder.close();
  throw otherEncoder();
}

function missing(modelDir: string, contentDir: string): AppError {
  const message = `${modelDir} holds nothing that was learnt from ${contentDir} as it is now: run "npm run train"`;
  return new AppError('model_missing', message);
}
