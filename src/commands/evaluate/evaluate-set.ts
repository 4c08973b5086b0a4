import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadConfig } from '../../config';
import type { NoticeVersion } from '../../notice/notice';
import { loadDesk } from '../load-desk';
import { readTrainingContent } from '../read-training-content';
import { throwProblems } from '../throw-problems';
import { askQuestions, type Outcome } from './ask-questions';
import { MODES, readBaseline, writeBaseline, type Mode } from './baseline';
import { calibrate } from './calibration';
import { changeReport } from './change-report';
import { compareWithBaseline } from './compare-with-baseline';
import { confusionOf } from './confusion';
import { drawCalibration } from './draw-calibration';
import { drawConfusion } from './draw-confusion';
import { BASELINE, OWN_SET, type LabelledQuestion } from './labelled-question';
import { readPassageSet } from './read-passage-set';
import { readQuestionSet, type Known } from './read-question-set';
import { setReport, summary } from './set-report';
import { titleLines } from './title-lines';

const PICTURES = join('docs', 'pictures');

/** A set, asked in each mode. */
type Asked = ReadonlyMap<Mode, readonly Outcome[]>;

export interface SetOptions {
  /** Whether what is shown now becomes the baseline. */
  readonly record: boolean;
  readonly pictures: boolean;
}

/** Asks the project's own questions, with the encoder and without, and tells what changed against the baseline. */
export async function evaluateOwnSet(
  { record, pictures }: SetOptions,
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const { contentDir, encoder } = loadConfig(environment);
  const { questions: content, notice } = readTrainingContent(contentDir);
  const { value: questions, problems } = readQuestionSet(OWN_SET, { topics: content.topics, notice });
  throwProblems(problems);

  const modes = encoder === 'on' ? MODES : (['words alone'] as const);
  const asked = await askInModes(questions, modes, environment);
  const baseline = readBaseline(BASELINE);
  const report = [...asked].flatMap(([mode, outcomes], at) => [
    ...titleLines(`${OWN_SET}, ${mode}`),
    ...(at === 0 ? setReport(outcomes) : summary(outcomes)),
    ...titleLines(`Against the baseline, ${mode}`),
    ...changeReport(compareWithBaseline(outcomes, baseline[mode])),
  ]);
  if (record) writeBaseline(BASELINE, baseline, asked);
  const drawn = pictures ? draw(asked, notice) : [];
  return [...report, '', ...(record ? [`Recorded in ${BASELINE}.`] : []), ...drawn];
}

/** Asks another set: of our form, or one that names passages. */
export async function evaluateOtherSet(file: string, environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const config = loadConfig(environment);
  const { questions: content, notice } = readTrainingContent(config.contentDir);
  const questions = readEither(file, { topics: content.topics, notice });
  const mode: Mode = config.encoder === 'on' ? 'with encoder' : 'words alone';
  const asked = await askInModes(questions, [mode], environment);
  return [...titleLines(`${file}, ${mode}`), ...setReport(asked.get(mode) ?? [])];
}

function readEither(file: string, known: Known): readonly LabelledQuestion[] {
  const isOurs = readFileSync(file, 'utf8').includes('"wanted"');
  if (!isOurs) return readPassageSet(file, known.notice);
  const { value, problems } = readQuestionSet(file, known);
  throwProblems(problems);
  return value;
}

async function askInModes(
  questions: readonly LabelledQuestion[],
  modes: readonly Mode[],
  environment: NodeJS.ProcessEnv,
): Promise<Asked> {
  const asked = new Map<Mode, readonly Outcome[]>();
  for (const mode of modes) {
    const settings = { ...environment, ENCODER: mode === 'with encoder' ? 'on' : 'off' };
    const { desk, notice, close } = await loadDesk(settings, undefined);
    asked.set(mode, await askQuestions(questions, desk, notice));
    await close();
  }
  return asked;
}

/** Pictures of the best mode that was asked. */
function draw(asked: Asked, notice: NoticeVersion): readonly string[] {
  const [outcomes = []] = asked.values();
  const sections = notice.sections.map((section) => section.title);
  mkdirSync(PICTURES, { recursive: true });
  const pictures = {
    'calibration.svg': drawCalibration(calibrate(outcomes)),
    'confusion.svg': drawConfusion(confusionOf(outcomes, sections)),
  };
  return Object.entries(pictures).map(([name, picture]) => {
    writeFileSync(join(PICTURES, name), picture);
    return `Drew ${join(PICTURES, name)}.`;
  });
}
