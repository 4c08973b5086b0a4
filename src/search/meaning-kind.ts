import type { Meaning } from './question-content';

/** The kinds of meanings. Each has its own bias in the combination: some are easier to mistake than others. */
export const MEANING_KINDS = ['topic', 'flow', 'smalltalk', 'off_topic', 'not_in_notice'] as const;
export type MeaningKind = (typeof MEANING_KINDS)[number];

/** Of which kind a meaning is. */
export function meaningKind(meaning: Meaning): MeaningKind {
  const colon = meaning.indexOf(':');
  return (colon < 0 ? meaning : meaning.slice(0, colon)) as MeaningKind;
}

/** What stands after the colon: the id of a topic, the name of a flow; nothing for the other kinds. */
export function meaningName(meaning: Meaning): string {
  return meaning.slice(meaning.indexOf(':') + 1);
}
