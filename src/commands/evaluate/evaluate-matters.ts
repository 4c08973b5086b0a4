import { loadConfig } from '../../config';
import { loadDesk } from '../load-desk';
import { throwProblems } from '../throw-problems';
import { MODES, type Mode } from './baseline';
import { MATTER_BASELINE, MATTER_SET } from './matter-message';
import { readMattersBaseline, writeMattersBaseline } from './matters-baseline';
import { mattersChanges, mattersReport } from './matters-report';
import { readMatterSet } from './read-matter-set';
import { recogniseMessages, type MatterOutcome } from './recognise-messages';
import { titleLines } from './title-lines';

/**
 * Tells which matters are recognised in the project's own messages, with the encoder and without, and what changed against
 * the baseline.
 * @param record whether what is recognised now becomes the baseline
 */
export async function evaluateMatters(record: boolean, environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { value: messages, problems } = readMatterSet(MATTER_SET);
  throwProblems(problems);
  const modes = loadConfig(environment).encoder === 'on' ? MODES : (['words alone'] as const);
  const asked = new Map<Mode, readonly MatterOutcome[]>();
  for (const mode of modes) {
    const loaded = await loadDesk({ ...environment, ENCODER: mode === 'with encoder' ? 'on' : 'off' }, undefined);
    asked.set(mode, await recogniseMessages(messages, loaded));
    await loaded.close();
  }
  const baseline = readMattersBaseline(MATTER_BASELINE);
  const report = [...asked].flatMap(([mode, outcomes]) => [
    ...titleLines(`Matters in ${MATTER_SET}, ${mode}`),
    ...mattersReport(outcomes),
    ...titleLines(`Matters against the baseline, ${mode}`),
    ...mattersChanges(outcomes, baseline[mode]),
  ]);
  if (!record) return report;
  writeMattersBaseline(MATTER_BASELINE, asked);
  return [...report, '', `Recorded in ${MATTER_BASELINE}.`];
}
