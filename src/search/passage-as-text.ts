import type { Passage } from '../notice/notice';

/**
 * A passage as the encoder reads it: an item of a list says little without the sentence that it completes, and "Council
 * Tax and benefits" nothing without the title above it.
 */
export function passageAsText({ sectionTitle, leadIn, text }: Passage): string {
  return [`${sectionTitle}.`, ...(leadIn === undefined ? [] : [leadIn]), text].join(' ');
}
