import type { Coordination } from './compose-coordination';
import type { Retention } from './compose-retention';
import type { DirectLineChannel } from './directline/direct-line-channel';
import { finishCutOff } from './directline/finish-cut-off';
import type { Asked } from './retention/delete-asked';
import type { Logger } from './shared/logger';
import { Wakeable } from './shared/wakeable';
import { SweepSchedule } from './sweep-schedule';

/** What happens to conversations without a message in them. */
export interface Upkeep {
  readonly sweeps: SweepSchedule;
  /** Finishes turns that were cut off in other processes. */
  readonly finishing: Wakeable;
  /** Deletes a conversation with all that belongs to it, or hides it; undefined when it is gone already. */
  readonly deleteChat: (conversationId: string) => Promise<Asked | undefined>;
}

/** Milliseconds between two looks at what other processes left behind. */
const LOOK_EVERY = 3000;

/** Wires deletion, when it is due and when it is asked for, and the finishing of what was cut off. */
export function composeUpkeep(
  { logger }: { readonly logger: Logger },
  { turns, bus }: Pick<Coordination, 'turns' | 'bus'>,
  { channel, retention }: { readonly channel: DirectLineChannel; readonly retention: Retention },
): Upkeep {
  return {
    sweeps: new SweepSchedule(retention.sweep, logger),
    finishing: new Wakeable(
      () => finishCutOff(turns, (id) => channel.finish(id)),
      (error) => logger.error('turns that were cut off are not finished yet', error),
      LOOK_EVERY,
    ),
    deleteChat: async (id) => {
      const asked = await retention.deleteChat(id);
      bus.gone(id);
      return asked;
    },
  };
}
