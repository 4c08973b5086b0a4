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
import { groupBy, percent, verdictTable } from './verdict-table';

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
  { encoder: weights, ...options }: BatchOptions,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<readonly string[]> {
  const { contentDir, modelDir, encoder: setting } = loadConfig(environment);
  const content = readTrainingContent(contentDir);
  const texts = content.questions.phrasings.map(({ text }) => text);
  const encoder = setting === 'on' ? await batchEncoder(texts, modelDir, weights, progress) : undefined;
  const remark = encoder ? [weights === undefined ? SEEN : UNSEEN, ''] : [];
  return [...remark, ...(await leaveOutAndReport({ ...content, encoder }, options, progress))];
}

/** The same for content that has been read. */
export async function leaveOutAndReport(
  evaluation: BatchEvaluation,
  { together, fit }: Pick<BatchOptions, 'together' | 'fit'>,
  progress: Progress,
): Promise<readonly string[]> {
  const rounds = together
    ? [known(together, evaluation)]
    : naturalBatches(evaluation.questions).map((batch) => [batch]);
  const left: LeftOut[] = [];
  for (const round of rounds) {
    progress(`leaving out ${round.join(', ')}`);
    left.push(...(await leaveOut(evaluation, round)));
  }
  const judged = together ? judgeByOthers(left, evaluation) : judgeLeftOut(left, evaluation, inUse(evaluation));
  const fitted = fit ? ['', JSON.stringify(fitLeftOut(left, inUse(evaluation)), undefined, 1)] : [];
  return [...report(judged), ...fitted];
}

/** Hears what is being done, a line a step. */
type Progress = (line: string) => void;

/** @throws AppError `config_invalid` for a batch that there is not */
function known(together: readonly string[], { questions }: BatchEvaluation): readonly string[] {
  const batches = new Set(questions.phrasings.map(({ batch }) => batch));
  const unknown = together.find((batch) => !batches.has(batch));
  if (unknown === undefined) return together;
  throw new AppError('config_invalid', `there is no batch "${unknown}"; there are ${[...batches].sort().join(', ')}`);
}

const inUse = ({ encoder }: BatchEvaluation) => (encoder ? WITH_ENCODER : WORDS_ALONE);

/**
 * Each batch under weights that were fitted on the others, since weights that were fitted on its own lines would flatter
 * it. One batch alone has no others, and is judged under the weights in use.
 */
function judgeByOthers(left: readonly LeftOut[], evaluation: BatchEvaluation): readonly JudgedLine[] {
  const batches = groupBy(left, ({ phrasing }) => [phrasing.batch]);
  return [...batches].flatMap(([batch, lines]) => {
    const others = left.filter(({ phrasing }) => phrasing.batch !== batch);
    const weights = others.length > 0 ? fitLeftOut(others, inUse(evaluation)) : inUse(evaluation);
    return judgeLeftOut(lines, evaluation, weights);
  });
}

function report(judged: readonly JudgedLine[]): readonly string[] {
  const unanswered = judged.filter(({ kind }) => kind === 'off_topic' || kind === 'not_in_notice').length;
  const answered = judged.filter(({ isFalseAnswer }) => isFalseAnswer).length;
  return [
    ...verdictTable('batch left out', [...groupBy(judged, ({ batch }) => [batch])]),
    '',
    ...verdictTable('kind', [...groupBy(judged, ({ kind }) => [kind]), ['all', judged]]),
    '',
    `False answers: ${answered} of ${unanswered} lines to decline (${percent(answered, unanswered)}).`,
    '',
    ...describeCalibration(calibrate(judged)),
  ];
}
