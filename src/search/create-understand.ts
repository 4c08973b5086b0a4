import type { NoticeVersion } from '../notice/notice';
import { meaningKind, meaningName } from './meaning-kind';
import { createDetailFinder } from './find-details';
import { createTitleFinder } from './find-by-title';
import { createLeaveOutCourtesies } from './leave-out-courtesies';
import { createMaskDetails } from './mask-details';
import { normalise, wordsOf } from './normalise';
import { UNOBSERVED, type Observe } from './observe';
import { createRankMeanings, type RankedMeaning, type VectorSignals } from './rank-meanings';
import { createReadMatters } from './read-matters';
import { createSmalltalkRecogniser } from './recognise-smalltalk';
import { createTitledFlows } from './recognise-flow';
import { createUrgentRecogniser } from './recognise-urgent';
import type { SearchContent } from './search-content';
import { createSearchNotice } from './search-notice';
import { createTermReader, type TermReader } from './term-reader';
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

/** A request, or another matter, is recognised beside another notice when it is likelier than not. */
const PLAIN_FROM = 0.5;

/**
 * Reads messages: danger first, then small talk that is the whole message, then titles as they stand on buttons, then
 * what the message, or each of its parts, most likely means. Details such as names and numbers are read as the same ones.
 * In a notice for which no phrasings were written, passages are searched instead.
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
  const { smalltalk } = content;
  const readMatters = createReadMatters({ rankMeanings, leaveOutCourtesies, findDetails, smalltalk, observe });

  const toolsFor = onceFor((notice: NoticeVersion) => noticeTools(notice, learnt, reader, observe));

  /** What is neither danger nor small talk nor the title of a request. */
  async function find(masked: string, bare: string, notice: NoticeVersion): Promise<Understanding> {
    const { topics, leaders, findByTitle, search } = toolsFor(notice);
    const named = findByTitle(bare);
    observe({ step: 'check', check: 'a title of the notice', found: named[0]?.id });
    if (named.length > 0) {
      const passages = named.map((passage) => withTopic(passage, leaders.get(passage.id), 1));
      return { kind: 'answer', passages, confidence: 1 };
    }
    if (topics) return readMatters(masked, topics);
    const [meanings = []] = await rankMeanings([bare]);
    return plainIn(meanings) ?? search(bare);
  }

  return async (text, { notice }) => {
    const urgent = recogniseUrgent(text);
    observe({ step: 'check', check: 'danger words', found: urgent?.sign });
    if (urgent) return { kind: 'urgent', ...urgent };
    const masked = toolsFor(notice).maskDetails(text);
    const bare = leaveOutCourtesies(masked);
    observe({ step: 'courtesies', text, bare });
    // As it was written first: thanks and anger are small talk themselves.
    const topic = recogniseSmalltalk(text) ?? recogniseSmalltalk(bare);
    observe({ step: 'check', check: 'small talk and nothing else', found: topic });
    if (topic !== undefined) return { kind: 'smalltalk', topic, confidence: 1 };
    const flow = titledFlow(bare);
    observe({ step: 'check', check: 'the title of a request', found: flow });
    if (flow) return { kind: 'flow', flow, confidence: 1 };
    if (wordsOf(text).length === 0) return NOTHING_SAID;
    return find(masked, bare, notice);
  };
}

/** What is made once for each notice. `topics` are missing where it is none that they were written for. */
function noticeTools(notice: NoticeVersion, { words, vectors }: Learnt, reader: TermReader, observe: Observe) {
  const topics = topicPassages(words.topics, notice);
  const isOwn = topics.size >= OWN_NOTICE * words.topics.length;
  return {
    topics: isOwn ? topics : undefined,
    leaders: leadersOf(topics),
    maskDetails: createMaskDetails((word) => words.words.has(word), holdsIn(notice)),
    findByTitle: createTitleFinder(notice, isOwn ? [...topics.values()] : []),
    search: createSearchNotice(notice, reader, vectors?.encoder, observe),
  };
}

const NOTHING_SAID: Understanding = { kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0 };

/** Tells whether a text stands in the notice, word for word. */
function holdsIn({ sections }: NoticeVersion): (text: string) => boolean {
  const passages = sections.flatMap((section) => section.passages);
  const words = ` ${normalise(passages.map(({ text }) => text).join(' '))} `;
  return (text) => words.includes(` ${normalise(text)} `);
}

/** The request that a message makes, or that it is about no information at all, whatever notice it is asked of. */
function plainIn([best]: readonly RankedMeaning[]): Understanding | undefined {
  if (!best || best.share < PLAIN_FROM) return undefined;
  if (best.meaning === 'off_topic') return { kind: 'decline', why: 'off_topic', nearest: [], confidence: best.share };
  if (meaningKind(best.meaning) !== 'flow') return undefined;
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
