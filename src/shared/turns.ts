/**
 * Runs the turns of a conversation one after the other, whatever starts them: a message, a member of staff, a timer, a
 * deletion. Two turns at once would read the same state and the second would undo the first. Different conversations
 * do not wait for each other.
 *
 * Never call `run` from inside a turn of the same conversation: it would wait for itself.
 */
export interface Turns {
  /**
   * @throws AppError `queue_full` when too many turns of this conversation are waiting; `coordination_unavailable` or
   *   `lease_lost` when nobody can tell who is at work on it. The same turn may be asked for again then.
   */
  run<T>(conversationId: string, turn: () => Promise<T>): Promise<T>;
  /** Conversations of which a turn was cut off while the service went on, so that somebody has to finish it. */
  cutOff(): Promise<readonly string[]>;
  /** Resolves when every turn that this process was asked for is over. */
  drain(): Promise<void>;
}
