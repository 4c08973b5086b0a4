import type { NoticeVersion } from '../notice/notice';
import { dot } from './dense-softmax';
import { decide } from './decide';
import type { Encoder } from './encoder/encoder';
import { createPassageIndex } from './passage-index';
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
 * Half of what is asked about a notice lies above it, and one in ten of what is not.
 */
const LIKE = 0.45;

/** What the words add to the cosine, at most: enough to put the passage with the word asked for before its like. */
const WORDS_ADD = 0.15;

/**
 * Searches a notice for which there are no phrasings: by BM25, and with an encoder by the direction of question and
 * passage as well.
 */
export function createSearchNotice(notice: NoticeVersion, reader: TermReader, encoder?: Encoder): SearchNotice {
  const index = createPassageIndex(notice, reader);
  const byWords = (text: string) => rankPassages(reader.searchTerms(text), index);
  if (!encoder) return (text) => Promise.resolve(decide(byWords(text)));

  // Made with the first question, then kept.
  let vectors: Promise<readonly Float32Array[]> | undefined;
  return async (text) => {
    vectors ??= encoder.embed(index.passages.map(passageAsText));
    const [[question], passages] = await Promise.all([encoder.embed([text]), vectors]);
    const ranking = byWords(text);
    if (!question) return decide(ranking);
    const cosines = passages.map((vector) => dot(question, vector, 0));
    const best = ranking.ranked[0]?.score ?? 0;
    const words = new Map(ranking.ranked.map(({ passage, score }) => [passage.id, score / best]));
    const ranked = index.passages
      .map((passage, at): RankedPassage => {
        return { passage, score: (cosines[at] ?? 0) + WORDS_ADD * (words.get(passage.id) ?? 0) };
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST);
    return decideByCosine(ranked, Math.max(0, ...cosines), decide(ranking));
  };
}

function decideByCosine(ranked: readonly RankedPassage[], cosine: number, byWords: Understanding): Understanding {
  const confidence = Math.min(1, Math.max(0, cosine));
  if (cosine >= LIKE) return { kind: 'answer', passages: ranked, confidence };
  if (byWords.kind === 'answer' && byWords.confidence >= 0.5) return byWords;
  return { kind: 'decline', why: 'not_in_notice', nearest: ranked, confidence: 1 - confidence };
}
