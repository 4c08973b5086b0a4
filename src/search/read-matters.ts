import { asksOrWants } from './asks-or-wants';
import { decideMeaning } from './decide-meaning';
import { poolReadings } from './pool-readings';
import type { RankedMeaning, RankMeanings } from './rank-meanings';
import { nearestSmalltalk } from './recognise-smalltalk';
import type { SmalltalkContent } from './search-content';
import { severalMatters } from './several-matters';
import { splitMessage } from './split-message';
import type { TopicPassages } from './topic-passages';
import type { Matters, Understanding } from './understanding';

/** So many parts that ask are read by themselves, the first ones: each takes about as long as a short message. */
const MOST_PARTS = 6;

/** What finding the matters of a message stands on. */
export interface MatterTools {
  readonly rankMeanings: RankMeanings;
  readonly leaveOutCourtesies: (text: string) => string;
  readonly smalltalk: readonly SmalltalkContent[];
}

/** Finds the matters of a message by what it means as a whole and what its parts mean that ask. */
export function createReadMatters({ rankMeanings, leaveOutCourtesies, smalltalk }: MatterTools) {
  /** @param text without details, which line breaks and greetings may still part */
  return async (text: string, topics: TopicPassages): Promise<Matters> => {
    const decide = (meanings: readonly RankedMeaning[], of: string): Understanding =>
      decideMeaning(meanings, topics, () => nearestSmalltalk(of, smalltalk));
    const whole = leaveOutCourtesies(text);
    const parts = splitMessage(text).map(leaveOutCourtesies);
    const asking = parts.length < 2 ? [] : parts.filter(asksOrWants).slice(0, MOST_PARTS);
    const [wholeMeans = [], ...partsMean] = await rankMeanings([whole, ...asking]);
    const read = asking.map((part, at) => ({ text: part, understanding: decide(partsMean[at] ?? [], part) }));
    return severalMatters(read) ?? [decide(poolReadings(wholeMeans, partsMean), whole)];
  };
}
