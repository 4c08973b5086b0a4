import type { NoticeVersion } from '../notice/notice';
import { dot } from './dense-softmax';
import { ANSWER_FROM, confidenceOf, decide } from './decide';
import type { Encoder } from './encoder/encoder';
import { createPassageIndex } from './passage-index';
import { UNOBSERVED, type Observe } from './observe';
import { passageAsText } from './passage-as-text';
import { rankPassages } from './rank-passages';
import type { TermReader } from './term-reader';
import type { RankedPassage, Understanding } from './understanding';

/** Finds passages by what they say, without knowing how people ask for them. */
export type SearchNotice = (text: string) => Promise<Understanding>;

/** At most so many passages are cited, and so many offered. */
const MOST = 3;

/**
 * A passage is an answer from this cosine on; below, the notice is said to be silent unless its words say otherwise.
 * Measured on our own notice with an encoder that had not seen the questions, without phrasings: of the questions whose
 * nearest passage was right 73 % lie above it, of those that the notice does not answer 23 %.
 */
const LIKE = 0.35;

/** So sure the words have to be to count against the encoder: nearly all of what was asked stands in one passage. */
const SURE_BY_WORDS = 0.5;

/**
 * Searches a notice for which there are no phrasings: by the direction of question and passage; without an encoder, or
 * where nothing is near but the very words are there, by BM25. Adding BM25 to the cosine made the first passage right
 * less often (46 to 44 %).
 */
export function createSearchNotice(
  notice: NoticeVersion,
  reader: TermReader,
  encoder?: Encoder,
  observe: Observe = UNOBSERVED,
): SearchNotice {
  const index = createPassageIndex(notice, reader);
  const byWords = (text: string): Understanding => {
    const ranking = rankPassages(reader.searchTerms(text), index);
    const ranked = ranking.ranked.slice(0, MOST);
    observe({ step: 'passages', by: 'BM25', ranked, sure: confidenceOf(ranking), from: ANSWER_FROM });
    return decide(ranking);
  };
  if (!encoder) return (text) => Promise.resolve(byWords(text));

  // Made with the first question, then kept.
  let vectors: Promise<readonly Float32Array[]> | undefined;
  return async (text) => {
    vectors ??= encoder.embed(index.passages.map(passageAsText));
    const [[question], passages] = await Promise.all([encoder.embed([text]), vectors]);
    if (!question) return byWords(text);
    const all = index.passages
      .map((passage, at): RankedPassage => ({ passage, score: dot(question, passages[at] ?? NONE, 0) }))
      .sort((one, other) => other.score - one.score);
    const ranked = all.slice(0, MOST);
    observe({ step: 'passages', by: 'cosine', ranked, sure: ranked[0]?.score ?? 0, from: LIKE });
    return decideByCosine(ranked, byWords(text));
  };
}

const NONE = new Float32Array(0);

function decideByCosine(ranked: readonly RankedPassage[], byWords: Understanding): Understanding {
  const cosine = Math.min(1, Math.max(0, ranked[0]?.score ?? 0));
  if (cosine >= LIKE) return { kind: 'answer', passages: ranked, confidence: cosine };
  if (byWords.kind === 'answer' && byWords.confidence >= SURE_BY_WORDS) return byWords;
  return { kind: 'decline', why: 'not_in_notice', nearest: ranked, confidence: 1 - cosine };
}
