import type { Passage } from '../notice/notice';

/** About the width of a button on a phone, in characters. */
const WIDEST = 70;

/**
 * What to call a passage on a button: its own words, as many whole ones as fit. Sending the title as a message leads
 * to the passage again.
 */
export function passageTitle(passage: Passage): string {
  // A footnote's star means nothing on a button.
  const line = passage.text
    .replace(/\s+/g, ' ')
    .replace(/^[\s*]+/, '')
    .trim();
  const bare = line.replace(/[;,] and$/, '').replace(/[.,:;]+$/, '');
  if (bare.length <= WIDEST) return bare;
  const cut = bare.slice(0, WIDEST).replace(/\s+\S*$/, '');
  return `${cut.replace(/[,;:–-]+$/, '')}…`;
}
