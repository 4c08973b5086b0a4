import type { NoticeVersion } from '../notice/notice';
import { decide } from './decide';
import { createTitleFinder } from './find-by-title';
import { createPassageIndex } from './passage-index';
import { rankPassages } from './rank-passages';
import { createFlowRecogniser } from './recognise-flow';
import { createSmalltalkRecogniser } from './recognise-smalltalk';
import { createUrgentRecogniser } from './recognise-urgent';
import type { SearchContent } from './search-content';
import { createTermReader } from './term-reader';
import type { Understand, Understanding } from './understanding';

/**
 * Reads messages by the words of the content: danger first, then small talk, then what is to be done, then the notice.
 * A notice is indexed when it is first asked about, and kept as long as the notice object is.
 */
export function createUnderstand(content: SearchContent): Understand {
  const reader = createTermReader(content.lexicon);
  const recogniseUrgent = createUrgentRecogniser(content.urgent);
  const recogniseSmalltalk = createSmalltalkRecogniser(content.smalltalk);
  const recogniseFlow = createFlowRecogniser(content.flows, reader);

  const finderOf = onceFor((notice: NoticeVersion) => {
    const index = createPassageIndex(notice, reader);
    const findByTitle = createTitleFinder(notice);
    return (text: string): Understanding => {
      const named = findByTitle(text);
      if (named.length > 0) {
        return { kind: 'answer', passages: named.map((passage) => ({ passage, score: 1 })), confidence: 1 };
      }
      return decide(rankPassages(reader.searchTerms(text), index));
    };
  });

  return (text, { notice }) => {
    const urgent = recogniseUrgent(text);
    if (urgent) return { kind: 'urgent', ...urgent };
    const topic = recogniseSmalltalk(text);
    if (topic !== undefined) return { kind: 'smalltalk', topic, confidence: 1 };
    const flow = recogniseFlow(text);
    if (flow) return { kind: 'flow', ...flow };
    return finderOf(notice)(text);
  };
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
