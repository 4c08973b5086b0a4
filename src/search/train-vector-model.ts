import { DENSE_DEFAULTS, trainDenseSoftmax, type DenseExample } from './dense-softmax';
import { groupVectors } from './neighbours';
import { alongAxes, principalAxes } from './principal-axes';
import type { QuestionContent } from './question-content';
import { labelPhrasings } from './training-labels';
import type { VectorModel } from './vector-model';

/** So many directions are kept of the vectors of phrasings. Left-out batches lose nothing by it, and little by half as many. */
const AXES = 128;

/** What gives the vectors of texts, in the same order. */
export interface VectorSource {
  readonly checksum: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Learns from the vectors of the phrasings. Takes two seconds beside what the vectors take. */
export async function trainVectorModel(content: QuestionContent, source: VectorSource): Promise<VectorModel> {
  const vectors = await source.embed(content.phrasings.map(({ text }) => text));
  const { meanings, labels, weights } = labelPhrasings(content.phrasings);
  const examples = vectors.map((vector, at): DenseExample => {
    return { vector, label: labels[at] as number, weight: weights[at] as number };
  });
  const size = { dimensions: source.dimensions, classes: meanings.length };
  const axes = principalAxes(vectors, source.dimensions, Math.min(AXES, source.dimensions));
  return {
    encoderChecksum: source.checksum,
    meanings,
    weights: trainDenseSoftmax(examples, { ...DENSE_DEFAULTS, ...size }),
    axes,
    phrasings: groupVectors(
      vectors.map((vector) => alongAxes(vector, axes)),
      labels,
      { dimensions: axes.length / source.dimensions, classes: meanings.length },
    ),
  };
}
