import type { NoticeVersion } from '../notice/notice';
import { decideMeaning } from './decide-meaning';
import { meaningKind, meaningName } from './meaning-kind';
import { createDetailFinder } from './find-details';
import { createTitleFinder } from './find-by-title';
import { createLeaveOutCourtesies } from './leave-out-courtesies';
import { wordsOf } from './normalise';
import { UNOBSERVED } from './observe';
import { createRankMeanings, type RankedMeaning, type VectorSignals } from './rank-meanings';
import { createSmalltalkRecogniser, nearestSmalltalk } from './recognise-smalltalk';
import { createTitledFlows } from './recognise-flow';
import { createUrgentRecogniser } from './recognise-urgent';
import type { SearchContent } from './search-content';
import { createSearchNotice } from './search-notice';
import { createTermReader } from './term-reader';
import { leadersOf, topicPassages, withTopic } from './topic-passages';
import type { Flow, Understand, Understanding } from './understanding';
import type { WordModel } from './word-model';

/** What training made of the content. */
export interface Learnt {
  readonly words: WordModel;
  /** Left out, messages are understood by their words alone. */
  readonly vectors?: VectorSignals;
}

/** A notice is the one that the topics were written for when it has so much of their passages. */
const OWN_NOTICE = 0.5;

/** A request is recognised beside another notice when it is likelier than not. */
const REQUEST_FROM = 0.5;

/**
 * Reads messages: danger first, then small talk that is the whole message, then titles as they stand on buttons, then
 * what the message most likely means. In a notice for which no phrasings were written, passages are searched instead.
 * @param observe hears each step, for an explanation
 */
export function createUnderstand(content: SearchContent, learnt: Learnt, observe = UNOBSERVED): Understand {
  const { words, vectors } = learnt;
  const reader = createTermReader(content.lexicon);
  const recogniseUrgent = createUrgentRecogniser(content.urgent);
  const recogniseSmalltalk = createSmalltalkRecogniser(content.smalltalk);
  const titledFlow = createTitledFlows(content.flows);
  const leaveOutCourtesies = createLeaveOutCourtesies(content.courtesies);
  const findDetails = createDetailFinder(content.details);
  const rankMeanings = createRankMeanings(words, reader, vectors, observe);

  const finderOf = onceFor((notice: NoticeVersion) => {
    const topics = topicPassages(words.topics, notice);
    const isOwn = topics.size >= OWN_NOTICE * words.topics.length;
    const leaders = leadersOf(topics);
    const findByTitle = createTitleFinder(notice, isOwn ? [...topics.values()] : []);
    const search = createSearchNotice(notice, reader, vectors?.encoder, observe);
    return async (text: string): Promise<Understanding> => {
      const named = findByTitle(text);
      observe({ step: 'check', check: 'a title of the notice', found: named[0]?.id });
      if (named.length > 0) {
        const passages = named.map((passage) => withTopic(passage, leaders.get(passage.id), 1));
        return { kind: 'answer', passages, confidence: 1 };
      }
      const meanings = await rankMeanings(text);
      if (isOwn) {
        const asksFor = findDetails(text);
        observe({ step: 'details', asksFor });
        return decideMeaning(meanings, topics, () => nearestSmalltalk(text, content.smalltalk), asksFor, observe);
      }
      return requestIn(meanings) ?? search(text);
    };
  });

  return async (text, { notice }) => {
    const urgent = recogniseUrgent(text);
    observe({ step: 'check', check: 'danger words', found: urgent?.sign });
    if (urgent) return { kind: 'urgent', ...urgent };
    const bare = leaveOutCourtesies(text);
    observe({ step: 'courtesies', text, bare });
    // As it was written first: thanks and anger are small talk themselves.
    const topic = recogniseSmalltalk(text) ?? recogniseSmalltalk(bare);
    observe({ step: 'check', check: 'small talk and nothing else', found: topic });
    if (topic !== undefined) return { kind: 'smalltalk', topic, confidence: 1 };
    const flow = titledFlow(bare);
    observe({ step: 'check', check: 'the title of a request', found: flow });
    if (flow) return { kind: 'flow', flow, confidence: 1 };
    if (wordsOf(text).length === 0) return NOTHING_SAID;
    return finderOf(notice)(bare);
  };
}

const NOTHING_SAID: Understanding = { kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0 };

/** The request that a message makes, whatever notice it is about. */
function requestIn([best]: readonly RankedMeaning[]): Understanding | undefined {
  if (!best || best.share < REQUEST_FROM || meaningKind(best.meaning) !== 'flow') return undefined;
  return { kind: 'flow', flow: meaningName(best.meaning) as Flow, confidence: best.share };
}

/** Remembers what was made for each object, for as long as the object is in use. */
function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
