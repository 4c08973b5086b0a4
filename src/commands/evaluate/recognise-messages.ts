import type { DeskAndNotice } from '../load-desk';
import { describeRecognised, judgeRecognised, type MatterVerdict } from './judge-recognised';
import type { MatterMessage } from './matter-message';

/** What was recognised in a message. */
export interface MatterOutcome {
  readonly message: MatterMessage;
  /** In one line. */
  readonly shown: string;
  readonly verdict: MatterVerdict;
  /** Whether it was seen whose information it is and who asks, where the message tells. */
  readonly toldRight?: boolean;
}

/** Says every message, each as a conversation of its own. */
export async function recogniseMessages(
  messages: readonly MatterMessage[],
  { desk, notice, recognise }: Pick<DeskAndNotice, 'desk' | 'notice' | 'recognise'>,
): Promise<readonly MatterOutcome[]> {
  const outcomes: MatterOutcome[] = [];
  for (const message of messages) {
    const recognised = await recognise(message.text, await desk.understand(message.text, { notice }));
    const told = recognised.kind === 'raised' ? recognised.told : {};
    const wanted = message.kind === 'raised' ? message.told : undefined;
    outcomes.push({
      message,
      shown: describeRecognised(recognised),
      verdict: judgeRecognised(recognised, message),
      ...(wanted && { toldRight: Object.entries(wanted).every(([field, value]) => told[field] === value) }),
    });
  }
  return outcomes;
}
