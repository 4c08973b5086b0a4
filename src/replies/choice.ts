/** An answer to press. */
export interface Choice {
  /** On the button; pressing it sends exactly this as the person's message. */
  readonly title: string;
  /** A second, smaller line on the button. */
  readonly note?: string;
  /** The way out of a list of choices, shown apart: "None of these". */
  readonly isNone?: boolean;
}
