import type { WidgetWordName } from '../../widget-word-names';

/** Gives a text of the panel, with its blanks filled in. */
export type Say = (name: WidgetWordName, blanks?: Readonly<Record<string, string | number>>) => string;
