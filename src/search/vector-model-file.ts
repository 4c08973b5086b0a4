import { join } from 'node:path';

import { readArrayFile, writeArrayFile } from './array-file';
import type { Meaning } from './question-content';
import type { VectorModel } from './vector-model';

interface Header {
  readonly fingerprint: string;
  readonly encoderChecksum: string;
  readonly dimensions: number;
  readonly meanings: readonly Meaning[];
  /** Where the phrasings of each meaning begin. */
  readonly starts: readonly number[];
}

const fileIn = (modelDir: string): string => join(modelDir, 'vectors.model');

/** Keeps what was learnt from vectors in the model folder. @param fingerprint of the content that it was learnt from */
export function writeVectorModel(modelDir: string, model: VectorModel, fingerprint: string): void {
  const { phrasings, meanings, encoderChecksum } = model;
  const header: Header = {
    fingerprint,
    encoderChecksum,
    dimensions: phrasings.dimensions,
    meanings,
    starts: [...phrasings.starts],
  };
  const arrays = { weights: model.weights, axes: model.axes, phrasings: phrasings.vectors };
  writeArrayFile(fileIn(modelDir), { header, arrays });
}

/** The model of the folder; undefined where there is none, or one of other content. */
export function readVectorModel(modelDir: string, fingerprint: string): VectorModel | undefined {
  const file = readArrayFile<Header>(fileIn(modelDir));
  const { weights, axes, phrasings } = file?.arrays ?? {};
  if (!file || !weights || !axes || !phrasings || file.header.fingerprint !== fingerprint) return undefined;
  const { encoderChecksum, meanings, starts, dimensions } = file.header;
  return {
    encoderChecksum,
    meanings,
    weights,
    axes,
    phrasings: { dimensions, vectors: phrasings, starts: Int32Array.from(starts) },
  };
}
