import { loadConfig } from '../../config';
import { WITH_ENCODER, WORDS_ALONE } from '../../search/combination-weights';
import { AppError } from '../../shared/app-error';
import { readTrainingContent } from '../read-training-content';
import { batchEncoder } from './batch-encoder';
import { calibrate, describeCalibration } from './calibration';
import {
  fitLeftOut,
  judgeLeftOut,
  leaveOut,
  naturalBatches,
  type BatchEvaluation,
  type JudgedLine,
  type LeftOut,
} from './leave-out-batches';
import { groupBy, verdictTable } from './verdict-table';

export interface BatchOptions {
  /** Batches to leave out at once; each of the natural ones after the other unless given. */
  readonly together?: readonly string[] | undefined;
  /** Weights to use in place of the encoder's own. */
  readonly encoder?: string | undefined;
  /** Whether to tell the combination that fits the left-out lines best. */
  readonly fit: boolean;
}

const SEEN = `The encoder was tuned on all of these lines, also on those that are left out here: what rests on it looks better
than it is. New people are understood less well; --together with --encoder is free of this.`;
const UNSEEN = 'This is an honest estimate only if the encoder was tuned without these batches; nothing here can tell.';

/** Leaves batches of the content's questions out of training, and tells how well their lines are understood. */
export async function evaluateBatches(
  { together, encoder: weights, fit }: BatchOptions,
  environment: NodeJS.ProcessEnv,
  progress: (line: string) => void,
): Promise<readonly string[]> {
  const config = loadConfig(environment);
  const content = readTrainingContent(config.contentDir);
  const batches = checked(together, content.questions.phrasings) ?? naturalBatches(content.questions);
  const texts = content.questions.phrasings.map(({ text }) => text);
  const encoder = config.encoder === 'on' ? await batchEncoder(texts, config.modelDir, weights, progress) : undefined;
  const evaluation = { ...content, encoder };

  const rounds = together ? [batches] : batches.map((batch) => [batch]);
  const left: LeftOut[] = [];
  for (const round of rounds) {
    progress(`leaving out ${round.join(', ')}`);
    left.push(...(await leaveOut(evaluation, round)));
  }
  const judged = together ? judgeByOthers(left, evaluation) : judgeLeftOut(left, evaluation, shipped(evaluation));
  const remark = weights === undefined ? SEEN : UNSEEN;
  const fitted = fit ? ['', JSON.stringify(fitLeftOut(left, shipped(evaluation)), undefined, 1)] : [];
  return [...(encoder ? [remark, ''] : []), ...report(judged), ...fitted];
}

/** @throws AppError `config_invalid` for a batch that there is not */
function checked(together: readonly string[] | undefined, phrasings: BatchEvaluation['questions']['phrasings']) {
  const known = new Set(phrasings.map(({ batch }) => batch));
  const unknown = together?.find((batch) => !known.has(batch));
  if (unknown === undefined) return together;
  throw new AppError('config_invalid', `there is no batch "${unknown}"; there are ${[...known].sort().join(', ')}`);
}

const shipped = ({ encoder }: BatchEvaluation) => (encoder ? WITH_ENCODER : WORDS_ALONE);

/**
 * Each batch under weights that were fitted on the others, since weights that were fitted on its own lines would flatter
 * it. One batch alone has no others, and is judged under the weights in use.
 */
function judgeByOthers(left: readonly LeftOut[], evaluation: BatchEvaluation): readonly JudgedLine[] {
  const batches = groupBy(left, ({ phrasing }) => [phrasing.batch]);
  return [...batches].flatMap(([batch, lines]) => {
    const others = left.filter(({ phrasing }) => phrasing.batch !== batch);
    const weights = others.length > 0 ? fitLeftOut(others, shipped(evaluation)) : shipped(evaluation);
    return judgeLeftOut(lines, evaluation, weights);
  });
}

function report(judged: readonly JudgedLine[]): readonly string[] {
  return [
    ...verdictTable('batch left out', [...groupBy(judged, ({ batch }) => [batch])]),
    '',
    ...verdictTable('kind', [...groupBy(judged, ({ kind }) => [kind]), ['all', judged]]),
    '',
    ...describeCalibration(calibrate(judged)),
  ];
}
