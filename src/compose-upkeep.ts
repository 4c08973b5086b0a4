import { BOT_STATE } from './bot/document-bot-storage';
import type { Coordination } from './compose-coordination';
import type { DirectLineChannel } from './directline/direct-line-channel';
import { finishCutOff } from './directline/finish-cut-off';
import { QUESTIONS_TO_REVIEW } from './review/question-to-review';
import type { OneTimeCodes } from './rights/one-time-codes';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { Wakeable } from './shared/wakeable';
import { SweepSchedule } from './sweep-schedule';
import { belongings, deleteConversation } from './transcript/delete-conversation';
import type { DeletionReceipt } from './transcript/deletion-receipt';
import { sweep } from './transcript/sweep';

export interface UpkeepOutside {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What happens to conversations without a message in them. */
export interface Upkeep {
  readonly sweeps: SweepSchedule;
  /** Finishes turns that were cut off in other processes. */
  readonly finishing: Wakeable;
  /** Deletes a conversation with all that belongs to it; undefined when it is gone already. */
  readonly deleteChat: (conversationId: string) => Promise<DeletionReceipt | undefined>;
}

/** Milliseconds between two looks at what other processes left behind. */
const LOOK_EVERY = 3000;

/** Wires deletion, when it is due and when it is asked for, and the finishing of what was cut off. */
export function composeUpkeep(
  { store, clock, logger }: UpkeepOutside,
  { turns, bus }: Pick<Coordination, 'turns' | 'bus'>,
  { channel, codes }: { readonly channel: DirectLineChannel; readonly codes: OneTimeCodes },
): Upkeep {
  const others = [belongings(BOT_STATE, 'by-conversation'), belongings(QUESTIONS_TO_REVIEW, 'by-conversation')];
  const deletion = { store, clock, belongings: others };
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => turns.run(id, work);
  const sweepAll = () =>
    turns.runIfFree('sweep', async () => {
      await codes.removeExpired();
      return sweep({ ...deletion, logger, inTurn });
    });
  return {
    sweeps: new SweepSchedule(sweepAll, clock, logger),
    finishing: new Wakeable(
      () => finishCutOff(turns, (id) => channel.finish(id)),
      (error) => logger.error('turns that were cut off are not finished yet', error),
      LOOK_EVERY,
    ),
    deleteChat: async (id) => {
      const receipt = await inTurn(id, () => deleteConversation(id, 'asked', deletion));
      bus.gone(id);
      return receipt;
    },
  };
}
