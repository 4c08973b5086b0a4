import type { NoticeVersion, Passage } from '../notice/notice';
import type { Topic } from './question-content';
import { topicOf } from './recent-answer';
import { AGAIN, MORE_SIMPLY, NOT_IT, type FlowContent } from './search-content';
import { topicPassages, withTopic } from './topic-passages';
import type { MeantOption, OfferedMeaning, RecentAnswer, Understanding } from './understanding';

/** Small talk about the last answer. */
type Smalltalk = Extract<Understanding, { readonly kind: 'smalltalk' }>;

/**
 * What a remark on the last answer asks for: "that is not it", "say that again", "in plain English". Undefined for other
 * small talk, and where the notice has no longer what it is about.
 */
export type ReadRemark = (remark: Smalltalk, notice: NoticeVersion, recent: RecentAnswer) => Understanding | undefined;

/** Remarks are recognised by topics of smalltalk.yaml, whose own words are said where there is no last answer. */
export function createRemarkReader(flows: readonly FlowContent[], topics: readonly Topic[]): ReadRemark {
  return ({ topic, confidence }, notice, recent) => {
    const find = createMeaningFinder(topics, notice);
    const shown = recent.shown && find(recent.shown);
    const others = recent.others.flatMap((other) => find(other) ?? []);
    if (topic === NOT_IT && others.length > 0) return instead(others, recent, confidence);
    if (topic === AGAIN && shown) return answerWith(shown, others, confidence);
    if (topic !== MORE_SIMPLY || !shown) return undefined;
    const passage = shown.kind === 'passage' ? shown.passage : passageOfFlow(shown.flow, notice);
    return passage && { kind: 'summary', passage, confidence };
  };

  function passageOfFlow(flow: string, notice: NoticeVersion): Passage | undefined {
    const ids = flows.find((candidate) => candidate.flow === flow)?.passages ?? [];
    return passagesOf(notice).find(({ id }) => id === ids[0]);
  }
}

const passagesOf = ({ sections }: NoticeVersion): readonly Passage[] => sections.flatMap(({ passages }) => passages);

/** Finds what ids stand for in a notice, with the words that editors have for it now. */
function createMeaningFinder(topics: readonly Topic[], notice: NoticeVersion) {
  const passages = new Map(passagesOf(notice).map((passage) => [passage.id, passage]));
  const topicsHere = topicPassages(topics, notice);
  return (offered: OfferedMeaning): MeantOption | undefined => {
    if ('flow' in offered) return { kind: 'flow', flow: offered.flow, score: 1 };
    const passage = passages.get(offered.passageId);
    return passage && { kind: 'passage', ...withTopic(passage, topicsHere.get(topicOf(offered, topics)?.id ?? ''), 1) };
  };
}

/** The same was asked; only its matter was mistaken. */
function instead(options: readonly MeantOption[], { aspect }: RecentAnswer, confidence: number): Understanding {
  return { kind: 'clarify', options, instead: true, ...(aspect !== undefined && { aspect }), confidence };
}

/** The answer as it was, with what was offered beside it. */
function answerWith(shown: MeantOption, others: readonly MeantOption[], confidence: number): Understanding {
  if (shown.kind === 'flow') return { kind: 'flow', flow: shown.flow, confidence };
  const flow = others.find((other) => other.kind === 'flow')?.flow;
  const passages = [shown, ...others.filter((other) => other.kind === 'passage')];
  return { kind: 'answer', passages, ...(flow && { flow }), confidence };
}
