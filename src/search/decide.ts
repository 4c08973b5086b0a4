import type { Ranking } from './rank-passages';
import type { MeantOption, RankedPassage, Understanding } from './understanding';

/** At most so many passages are cited, and so many meanings offered. */
const MOST = 3;

/**
 * The score at which half of the trust in the evidence is reached, as a share of the idf that the rarest term would
 * have: about what one telling word brings. A question of one common word is fully covered by many passages, and still
 * says little.
 */
const HALF_TRUST = 0.43;

/**
 * Below this the notice is said to be silent: less than about two in five of what was asked is explained, weighed as
 * above. Lower, every second question about other matters would get a quote; higher, most that are told about would not.
 */
export const ANSWER_FROM = 0.22;

/** From here on the best passage explains so much of the question that a near second does not make it doubtful. */
const CLEAR_FROM = 0.5;

/** A second passage is close when it has at least this share of the best score. */
const CLOSE = 0.93;

/**
 * How sure it is that the best passage answers, 0 to 1. It grows with the passage's score: through the share of the
 * question that it explains, and through the weight of the evidence.
 */
export function confidenceOf({ ranked, coverage, highestIdf }: Ranking): number {
  const score = ranked[0]?.score ?? 0;
  return score > 0 ? coverage * (score / (score + HALF_TRUST * highestIdf)) : 0;
}

/** Whether to answer from the notice, to let the person choose between sections, or to say that the notice is silent. */
export function decide(ranking: Ranking): Understanding {
  const { ranked } = ranking;
  const confidence = confidenceOf(ranking);
  // Nothing was compared with the message: the notice may well say it.
  if (ranked.length === 0) return { kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0 };
  if (confidence < ANSWER_FROM) {
    return { kind: 'decline', why: 'not_in_notice', nearest: ranked.slice(0, MOST), confidence: 1 - confidence };
  }
  const close = confidence < CLEAR_FROM ? closeInOtherSections(ranked) : [];
  const options = close.map((option): MeantOption => ({ kind: 'passage', ...option }));
  if (options.length > 1) return { kind: 'clarify', options, confidence };
  return { kind: 'answer', passages: ranked.slice(0, MOST), confidence };
}

/** The best passage of each section that comes close to the best of all. */
function closeInOtherSections(ranked: readonly RankedPassage[]): readonly RankedPassage[] {
  const least = (ranked[0]?.score ?? 0) * CLOSE;
  const bySection = new Map<string, RankedPassage>();
  for (const candidate of ranked) {
    if (candidate.score < least) break;
    if (!bySection.has(candidate.passage.sectionId)) bySection.set(candidate.passage.sectionId, candidate);
  }
  return [...bySection.values()].slice(0, MOST);
}
