import type { NoticeVersion } from '../notice/notice';
import type { Learnt } from './create-understand';
import { createFollowUpReader, type LastQuestion } from './read-follow-up';
import { createRemarkReader } from './read-remark';
import { topicOf } from './recent-answer';
import { UNCLEAR, type SearchContent } from './search-content';
import { createSpeller } from './spell';
import type { RecentAnswer, Understand, Understanding } from './understanding';

/**
 * Lets messages lean on what was answered last: "how long?" is understood as the whole question that it stands for.
 *
 * A message is first understood by itself. Danger and small talk stay what they are; so does everything that names its
 * own matter. The whole question counts unless only the message by itself was understood, or both lead to one answer.
 * @param understand reads messages by themselves
 */
export function createUnderstandInContext(
  understand: Understand,
  content: SearchContent,
  { words: { topics, words } }: Learnt,
): Understand {
  const reader = createFollowUpReader(content.followUps, createSpeller(words));
  const readRemark = createRemarkReader(content.flows, topics);

  return async (text, { notice, recent }) => {
    const aspect = reader.aspectOf(text);
    const alone: Understanding = { ...(await understand(text, { notice })), ...(aspect !== undefined && { aspect }) };
    if (!recent) return alone;
    const remark = alone.kind === 'smalltalk' ? readRemark(alone, notice, recent) : undefined;
    if (isSettled(alone)) return remark ?? alone;
    const whole = await complete(text, recent, notice);
    return whole ? prefer(whole, remark ?? alone) : (remark ?? alone);
  };

  /** The whole question that a message stands for, as it was understood; undefined where the message is complete. */
  async function complete(
    text: string,
    recent: RecentAnswer,
    notice: NoticeVersion,
  ): Promise<Understanding | undefined> {
    const questions = reader.complete(text, lastQuestion(recent));
    const read = (question: string, aspect: string): Promise<Understanding> =>
      understand(question, { notice }).then((understood) => ({ ...understood, aspect, completed: question }));

    const [first, ...others] = await Promise.all(questions.map(({ question, aspect }) => read(question, aspect)));
    const best = first && others.reduce((one, next) => (worth(next) > worth(one) ? next : one), first);
    const { inGeneral, aspect } = questions[0] ?? {};
    if (!best || aspect === undefined || inGeneral === undefined || tellsMore(best, recent)) return best;
    const general = await read(inGeneral, aspect);
    return worth(general) > 0 ? general : best;
  }

  function lastQuestion({ aspect, shown }: RecentAnswer): LastQuestion {
    const topic = shown && topicOf(shown, topics);
    // A question without the words of any aspect may have been answered by one: "How long we keep ..."
    return { aspect: aspect ?? reader.aspectOf(topic?.title ?? ''), about: topic?.about ?? topic?.title };
  }
}

/** Whether nothing before a message can change what it means. */
function isSettled(alone: Understanding): boolean {
  return alone.kind === 'urgent' || (alone.kind === 'smalltalk' && alone.confidence === 1 && alone.topic !== UNCLEAR);
}

/**
 * The reading of a message that costs least when it is wrong. Where the whole question leads to what the message says by
 * itself, or offers it, two readings speak for one answer, and there is nothing to explain.
 */
function prefer(whole: Understanding, alone: Understanding): Understanding {
  if (worth(whole) === 0) return worth(alone) > 0 ? alone : whole;
  const { aspect } = whole;
  const both = alone.kind === 'answer' && leadsTo(whole).includes(alone.passages[0]?.passage.id);
  return both && aspect !== undefined ? { ...alone, aspect } : whole;
}

/** Whether there is something to show that the person has not just read: who asks on has not found it there. */
function tellsMore(understanding: Understanding, { shown }: RecentAnswer): boolean {
  const read = shown && 'passageId' in shown ? shown.passageId : undefined;
  return (
    worth(understanding) > 0 && (understanding.kind !== 'answer' || understanding.passages[0]?.passage.id !== read)
  );
}

/** Ids of the passages that a person sees or may choose. */
function leadsTo(understanding: Understanding): readonly (string | undefined)[] {
  if (understanding.kind === 'answer') return [understanding.passages[0]?.passage.id];
  if (understanding.kind !== 'clarify') return [];
  return understanding.options.map((option) => (option.kind === 'passage' ? option.passage.id : undefined));
}

/** How well a message was understood: how sure that is, and 0 where there is nothing to show. */
function worth(understanding: Understanding): number {
  const isShown = understanding.kind === 'answer' || understanding.kind === 'clarify' || understanding.kind === 'flow';
  return isShown ? understanding.confidence : 0;
}
