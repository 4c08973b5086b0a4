import type { Passage } from '../notice/notice';

/** A passage as the encoder reads it: an item of a list says little without the sentence that it completes. */
export function passageAsText({ leadIn, text }: Passage): string {
  return leadIn === undefined ? text : `${leadIn} ${text}`;
}
