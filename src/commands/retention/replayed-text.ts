import type { Replayed } from '../../retention/replay';

/** What came back with a backup and was deleted again, in a line. */
export const replayedText = ({ conversations, staffParts, cases }: Replayed): string =>
  `deleted again: ${conversations} conversations, ${staffParts} staff parts, ${cases} cases\n`;
