import type { Clock } from '../../src/shared/clock';

/** A clock that stands still until it is told the time. */
export class ManualClock implements Clock {
  private time: Date;

  /** @param start ISO time */
  constructor(start = '2026-01-05T09:00:00Z') {
    this.time = new Date(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  /** @param time ISO time */
  set(time: string): void {
    this.time = new Date(time);
  }

  advance({ days = 0, minutes = 0, seconds = 0 }: { days?: number; minutes?: number; seconds?: number }): void {
    this.time = new Date(this.time.getTime() + ((days * 24 * 60 + minutes) * 60 + seconds) * 1000);
  }
}
