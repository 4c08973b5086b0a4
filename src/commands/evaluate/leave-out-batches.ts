import type { NoticeVersion } from '../../notice/notice';
import type { Combination } from '../../search/combine';
import { decideMeaning } from '../../search/decide-meaning';
import type { Encoder } from '../../search/encoder/encoder';
import { fitCombination, type LabelledChoice } from '../../search/fit-combination';
import { cameTrue, judge, wantedOf, type Verdict } from '../../search/judge-understanding';
import { meaningKind, type MeaningKind } from '../../search/meaning-kind';
import type { Phrasing, QuestionContent } from '../../search/question-content';
import { createWeighMeanings, rankWeighed, type WeighedMeanings } from '../../search/rank-meanings';
import { createTermReader, type Lexicon } from '../../search/term-reader';
import { topicPassages } from '../../search/topic-passages';
import { trainVectorModel } from '../../search/train-vector-model';
import { trainWordModel } from '../../search/train-word-model';

/** Batches that were written beside the notice, or put together from others: they say nothing about strangers. */
const NOT_NATURAL = /^(by-passage|settled)/;

/** What a left-out line counts where the notice does not answer: people who write to order ask more of that. */
const UNANSWERED_COUNTS = 0.6;

export interface BatchEvaluation {
  readonly questions: QuestionContent;
  readonly notice: NoticeVersion;
  readonly lexicon: Lexicon;
  /** Left out, only words are evaluated. */
  readonly encoder?: Encoder | undefined;
}

/** The batches by which one can see how well people are understood who have not written for us. */
export function naturalBatches({ phrasings }: QuestionContent): readonly string[] {
  return [...new Set(phrasings.map(({ batch }) => batch))].filter((batch) => !NOT_NATURAL.test(batch)).sort();
}

/** A line of a left-out batch, with what a model that had not seen the batch makes of it. */
export interface LeftOut {
  readonly phrasing: Phrasing;
  readonly weighed: WeighedMeanings;
}

/** Trains words and vectors without these batches, and reads their lines. */
export async function leaveOut(evaluation: BatchEvaluation, batches: readonly string[]): Promise<readonly LeftOut[]> {
  const { questions, notice, lexicon, encoder } = evaluation;
  const isLeft = ({ batch }: Phrasing): boolean => batches.includes(batch);
  const seen = { topics: questions.topics, phrasings: questions.phrasings.filter((line) => !isLeft(line)) };
  const words = trainWordModel(seen, notice, lexicon);
  const vectors = encoder && { encoder, model: await trainVectorModel(seen, encoder) };
  const weigh = createWeighMeanings(words, createTermReader(lexicon), vectors);
  const left: LeftOut[] = [];
  for (const phrasing of questions.phrasings.filter(isLeft)) {
    left.push({ phrasing, weighed: await weigh(phrasing.text) });
  }
  return left;
}

/** A left-out line, and how it was understood. */
export interface JudgedLine {
  readonly batch: string;
  readonly kind: MeaningKind;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly cameTrue: boolean;
  /** Whether something was answered that the notice does not answer. */
  readonly isFalseAnswer: boolean;
}

/** Judges left-out lines under a combination of the signals. */
export function judgeLeftOut(
  left: readonly LeftOut[],
  { questions, notice }: BatchEvaluation,
  combination: Combination,
): readonly JudgedLine[] {
  const passages = topicPassages(questions.topics, notice);
  const topics = new Map(questions.topics.map((topic) => [topic.id, topic]));
  return left.map(({ phrasing, weighed }) => {
    const understanding = decideMeaning(rankWeighed(weighed, combination), passages, () => '');
    const verdict = judge(understanding, wantedOf(phrasing.meaning, topics));
    return {
      batch: phrasing.batch,
      kind: meaningKind(phrasing.meaning),
      verdict,
      confidence: understanding.confidence,
      cameTrue: cameTrue(understanding, verdict),
      isFalseAnswer: isUnanswered(phrasing) && understanding.kind === 'answer',
    };
  });
}

/** The weights under which the left-out lines are likeliest. An encoder that has seen them makes its own too high. */
export function fitLeftOut(left: readonly LeftOut[], start: Combination): Combination {
  const choices = left.flatMap(({ phrasing, weighed }): LabelledChoice[] => {
    const right = weighed.meanings.indexOf(phrasing.meaning);
    if (right < 0) return [];
    return [{ candidates: weighed.candidates, right, weight: isUnanswered(phrasing) ? UNANSWERED_COUNTS : 1 }];
  });
  return fitCombination(choices, start);
}

const isUnanswered = ({ meaning }: Phrasing): boolean => meaning === 'off_topic' || meaning === 'not_in_notice';
