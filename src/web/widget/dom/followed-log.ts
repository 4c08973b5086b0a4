/** Pixels by which a position may differ and still be the same. */
const SLACK = 6;
/** Pixels that stay free above the first line of a turn. */
const ABOVE = 16;

/** New turns below what can be seen. */
export interface NewsBelow {
  show(): void;
}

/**
 * Scrolls the conversation as it grows: to the person's own words always; to the first line of what the desk says only
 * when the person has not scrolled away. Who has is told that there is something new, and is not moved.
 */
export class FollowedLog {
  /** Where we have put the view; undefined once the person has moved it. */
  private placed: number | undefined = 0;
  private known: ReadonlySet<string> = new Set();

  constructor(
    private readonly box: HTMLElement,
    private readonly onNewsBelow: (news: NewsBelow | undefined) => void,
  ) {}

  /** @returns what ends it */
  watch(): () => void {
    const scroller = scrollerOf(this.box);
    const onScroll = (): void => this.onScroll(scroller);
    // A phone's keyboard or a bar takes room away: what was in view stays in view.
    const observer = new ResizeObserver(() => this.holdOn());
    scroller.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(this.box);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }

  /** For after each change of what is in the log. */
  update(): void {
    const turns = this.turns();
    const isFirst = this.known.size === 0;
    const fresh = turns.filter((turn) => !this.known.has(keyOf(turn)));
    this.known = new Set(turns.map(keyOf));
    const first = fresh[0];
    if (!first) this.holdOn();
    else if (isFirst) this.showAtOpening(turns);
    else if (this.placed !== undefined || fresh.some(isOwn)) this.place(helpIn(turns) ?? firstToRead(fresh));
    else this.onNewsBelow({ show: () => this.place(first) });
  }

  /** A fresh chat begins at its top; one that was carried on shows what was said last. */
  private showAtOpening(turns: readonly HTMLElement[]): void {
    if (turns.length > 1) this.place(turns.at(-1));
  }

  private holdOn(): void {
    const turns = this.turns();
    if (this.placed !== undefined && this.known.size > 1) this.place(helpIn(turns) ?? turns.at(-1), this.placed);
  }

  private onScroll(scroller: HTMLElement): void {
    if (this.placed !== undefined && Math.abs(scroller.scrollTop - this.placed) <= SLACK) return;
    const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - SLACK;
    this.placed = isAtEnd ? scroller.scrollTop : undefined;
    if (isAtEnd) this.onNewsBelow(undefined);
  }

  /** Shows as much of the end as leaves the first line of the turn in view. */
  private place(turn: HTMLElement | undefined, atLeast = 0): void {
    if (!turn) return;
    const scroller = scrollerOf(this.box);
    const top = turn.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop - ABOVE;
    scroller.scrollTop = Math.max(atLeast, Math.min(top, scroller.scrollHeight - scroller.clientHeight));
    this.placed = scroller.scrollTop;
    this.onNewsBelow(undefined);
  }

  private turns(): HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>('[data-turn]')];
  }
}

const keyOf = ({ dataset }: HTMLElement): string => dataset.turn ?? '';

const isOwn = (turn: HTMLElement): boolean => turn.matches('.me');

/** Numbers to call, since the person's last words: nothing that is asked below them moves them out of view. */
function helpIn(turns: readonly HTMLElement[]): HTMLElement | undefined {
  const last = turns.map(isOwn).lastIndexOf(true);
  return turns.slice(last + 1).find((turn) => turn.querySelector('.urgent'));
}

/** After the person's own words, what the desk has said to them. */
function firstToRead(fresh: readonly HTMLElement[]): HTMLElement | undefined {
  const own = fresh.findIndex(isOwn);
  return fresh[own + 1] ?? fresh[own];
}

/** On a short screen the whole panel scrolls instead of the conversation in it. */
function scrollerOf(box: HTMLElement): HTMLElement {
  const panel = box.closest<HTMLElement>('.w');
  return panel && getComputedStyle(box).overflowY === 'visible' ? panel : box;
}
