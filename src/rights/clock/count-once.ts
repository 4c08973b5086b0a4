import type { AskedProof, Clarification, ClockInput } from './clock-input';

/**
 * What has happened, each once, also where two people have entered it or one has twice. A proof that was asked for on one
 * day comes once: of two days on which it is said to have come, the earlier counts, since it is the safe one. Of questions
 * only those are one that are the same in all: two may be asked on one day, and answered on two.
 */
export function countOnce(input: ClockInput): ClockInput {
  return { ...input, proofs: proofsOnce(input.proofs), clarifications: questionsOnce(input.clarifications) };
}

function proofsOnce(proofs: readonly AskedProof[]): readonly AskedProof[] {
  const first = new Map<string, AskedProof>();
  for (const proof of proofs) {
    const key = JSON.stringify([proof.proof, proof.askedOn, proof.needed, proof.neededSince]);
    const known = first.get(key);
    if (!known || cameEarlier(proof, known)) first.set(key, proof);
  }
  return [...first.values()];
}

/** What has come counts before what is awaited. */
const cameEarlier = ({ receivedOn: one }: AskedProof, { receivedOn: other }: AskedProof): boolean =>
  one !== undefined && (other === undefined || one < other);

function questionsOnce(questions: readonly Clarification[]): readonly Clarification[] {
  const keyOf = ({ about, askedOn, answeredOn }: Clarification): string => JSON.stringify([about, askedOn, answeredOn]);
  // Of doubles the last stays, which is the one that somebody is about to enter.
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
}
