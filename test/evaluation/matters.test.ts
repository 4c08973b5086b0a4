import { MODES, type Mode } from '../../src/commands/evaluate/baseline';
import { MATTER_BASELINE, MATTER_SET } from '../../src/commands/evaluate/matter-message';
import {
  readMattersBaseline,
  worseThanRecorded,
  type MattersBaseline,
} from '../../src/commands/evaluate/matters-baseline';
import { mattersChanges } from '../../src/commands/evaluate/matters-report';
import { readMatterSet } from '../../src/commands/evaluate/read-matter-set';
import { recogniseMessages, type MatterOutcome } from '../../src/commands/evaluate/recognise-messages';
import { loadDesk } from '../../src/commands/load-desk';
import { CONTENT_DIR, MODEL_DIR } from '../search/real-content';

const { value: messages, problems } = readMatterSet(MATTER_SET);

describe('the messages by which the recognition of matters is judged', () => {
  it('are sound, and 240 at least', () => {
    expect(problems).toEqual([]);
    expect(messages.length).toBeGreaterThanOrEqual(240);
  });
});

describe.each(MODES)('the matters of messages, %s,', (mode) => {
  let outcomes: readonly MatterOutcome[];
  let baseline: MattersBaseline[Mode];

  beforeAll(async () => {
    baseline = readMattersBaseline(MATTER_BASELINE)[mode];
    const settings = { CONTENT_DIR, MODEL_DIR, ENCODER: mode === 'with encoder' ? 'on' : 'off' };
    const loaded = await loadDesk(settings, undefined);
    outcomes = await recogniseMessages(messages, loaded);
    await loaded.close();
  });

  it('stand in the baseline, those of all messages and no others', () => {
    // When this fails, look at what `npm run -s evaluate -- --matters` tells, and record it with --record.
    expect(Object.keys(baseline).sort()).toEqual(messages.map(({ text }) => text).sort());
  });

  it('are recognised as well as when the baseline was recorded', () => {
    const isWorse = worseThanRecorded(outcomes, baseline).length > 0;

    expect(isWorse ? mattersChanges(outcomes, baseline) : []).toEqual([]);
  });
});
