import { AppError } from '../shared/app-error';
import { evaluateBatches } from './evaluate/evaluate-batches';
import { evaluateOtherSet, evaluateOwnSet } from './evaluate/evaluate-set';
import { evaluateMatters } from './evaluate/evaluate-matters';
import { readEvaluateOptions } from './evaluate/read-evaluate-options';

const HELP = `Tells how well messages are understood.

  npm run -s evaluate
      asks the questions in test/evaluation/questions.jsonl, with the encoder and without: what was right, one tap away,
      wrong or declined wrongly, by kind, section and tag; how sure it was against how often that came true; and every
      question for which something else is shown than the baseline (test/evaluation/baseline.json) has, old and new.
      Then tells which matters are recognised in the messages of test/evaluation/matters.jsonl: what would be recorded
      rightly or falsely, missed or offered, and what changed against matters-baseline.json

      --record         makes what is shown now the baseline; commit it with the change that it shows
      --pictures       draws docs/pictures/calibration.svg and confusion.svg
      --matters        evaluates the matters only
      --set FILE       asks another file, without a baseline: one JSON object a line, as in test/evaluation, or
                       {"q","kind","gold":[passages],"flow"}

  npm run -s evaluate -- --batches
      leaves one batch of content/questions after the other out of training, and judges its lines: how well people are
      understood who have not written for us. Takes some minutes. The encoder has seen all batches: too good

      --together A,B   leaves these batches out at once, and judges each under weights that were fitted on the others
      --encoder FILE   with this encoder (ONNX, from tools/encoder); with one that was tuned without the batches, this is
                       the honest estimate. Its vectors are kept in the model folder
      --fit            prints the weights of the signals that fit the left-out lines best

  --help               shows this

Folders are CONTENT_DIR and MODEL_DIR; ENCODER=off evaluates words alone.
Exit status: 0 evaluated, 1 the content or the settings are wrong, 2 wrong usage.
`;

/** Returns the exit status. */
async function evaluate(args: readonly string[]): Promise<number> {
  const options = readEvaluateOptions(args);
  switch (options.what) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'wrong usage':
      console.error(`${options.problem}\n--help shows how to evaluate.`);
      return 2;
    case 'own set':
      return print([
        ...(await evaluateOwnSet(options, process.env)),
        ...(await evaluateMatters(options.record, process.env)),
      ]);
    case 'other set':
      return print(await evaluateOtherSet(options.file, process.env));
    case 'matters':
      return print(await evaluateMatters(options.record, process.env));
    case 'batches':
      return print(await evaluateBatches(options, process.env, (line) => console.error(line)));
  }
}

function print(lines: readonly string[]): number {
  console.log(lines.join('\n'));
  return 0;
}

evaluate(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exitCode = 1;
  },
);
