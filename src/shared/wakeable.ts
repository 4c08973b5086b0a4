import { outsideOfTurns } from './turn-lease';

/**
 * Does some work whenever it is woken, and every so often in case nobody woke it: never twice at once, and once more when
 * it was woken meanwhile. What is to be done stands in documents, so nothing is lost with the timer.
 */
export class Wakeable {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isWokenAgain = false;
  private isStopping = false;

  /**
   * @param work what to do; a failure is told and tried again the next time
   * @param everyMs milliseconds between two looks that nobody asked for
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly onFailure: (error: unknown) => void,
    private readonly everyMs: number,
  ) {}

  start(): void {
    this.wake();
    this.timer = setInterval(() => this.wake(), this.everyMs).unref();
  }

  wake(): void {
    if (this.isStopping) return;
    if (this.running) this.isWokenAgain = true;
    else this.running = outsideOfTurns(() => this.loop()).finally(() => (this.running = undefined));
  }

  /** Works, and resolves when there is nothing more to do. Never rejects. */
  async run(): Promise<void> {
    this.wake();
    await this.running;
  }

  /** Takes up nothing new, and waits for work under way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async loop(): Promise<void> {
    for (;;) {
      this.isWokenAgain = false;
      await this.work().catch(this.onFailure);
      if (!this.mustGoOn()) return;
    }
  }

  private mustGoOn(): boolean {
    return this.isWokenAgain && !this.isStopping;
  }
}
