import type { AssistantTurn } from '../chat/turn';

/** The ids of the parts of a card, by which others are named or described. */
export const idsOf = ({ key }: AssistantTurn) => ({
  notes: `notes-${key}`,
  heading: `heading-${key}`,
  hint: `hint-${key}`,
  problem: `problem-${key}`,
  facts: `facts-${key}`,
  reference: `reference-${key}`,
});
