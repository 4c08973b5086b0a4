/** The end of a case. Its time to be kept counts from here. */
export interface Closure {
  /** ISO time */
  readonly at: string;
  readonly outcome: 'granted' | 'partly_granted' | 'refused' | 'answered';
  /** Somebody complained about it, or took it to court. */
  readonly contested?: 'complaint' | 'court';
  /**
   * The chats of the person are to be erased, as far as nothing keeps them; what was said with staff is not among them.
   * `done` once they are gone.
   */
  readonly chats?: 'to_erase' | 'done';
}
