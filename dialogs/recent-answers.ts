import type { StatePropertyAccessor, TurnContext } from 'botbuilder';

import type { RecentAnswer } from '../src/search/understanding';
import type { Clock } from '../src/shared/clock';

/** Minutes of silence after which people have forgotten what was said, and so do we. */
const FORGOTTEN_AFTER = 30;

/** What was answered last, and when the person last spoke. It is part of the conversation state. */
export interface KeptAnswer {
  readonly answer: RecentAnswer;
  /** ISO time */
  readonly at: string;
}

/** Remembers between two messages what was answered last. */
export class RecentAnswers {
  constructor(
    private readonly state: StatePropertyAccessor<KeptAnswer | undefined>,
    private readonly clock: Clock,
  ) {}

  /** Undefined where there is none, or it is too long ago. */
  async read(context: TurnContext): Promise<RecentAnswer | undefined> {
    const kept = await this.state.get(context);
    if (!kept) return undefined;
    const minutes = (this.clock.now().getTime() - Date.parse(kept.at)) / 60_000;
    return minutes <= FORGOTTEN_AFTER ? kept.answer : undefined;
  }

  /** To be told of every message, also where the answer before stays the last one. Undefined forgets. */
  async keep(context: TurnContext, answer: RecentAnswer | undefined): Promise<void> {
    if (answer) await this.state.set(context, { answer, at: this.clock.now().toISOString() });
    else await this.state.delete(context);
  }
}
