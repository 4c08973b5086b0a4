import type { NoticeVersion } from '../notice/notice';
import type { Combination } from '../search/combine';
import { WITH_ENCODER, WORDS_ALONE } from '../search/combination-weights';
import { decideMeaning } from '../search/decide-meaning';
import type { Encoder } from '../search/encoder/encoder';
import { fitCombination, type LabelledChoice } from '../search/fit-combination';
import { judge, wantedOf } from '../search/judge-understanding';
import type { Phrasing, QuestionContent } from '../search/question-content';
import { createWeighMeanings, rankWeighed, type WeighedMeanings, type WeighMeanings } from '../search/rank-meanings';
import { createTermReader, type Lexicon } from '../search/term-reader';
import { topicPassages } from '../search/topic-passages';
import { trainVectorModel } from '../search/train-vector-model';
import { trainWordModel } from '../search/train-word-model';
import { VerdictTable } from './verdict-table';

/** Batches that were written beside the notice, or put together from others: they say nothing about strangers. */
const NOT_NATURAL = /^(by-passage|settled)/;

/** What a left-out batch counts where the notice does not answer: people who write to order ask more of that. */
const UNANSWERED_COUNTS = 0.6;

export interface BatchEvaluation {
  readonly questions: QuestionContent;
  readonly notice: NoticeVersion;
  readonly lexicon: Lexicon;
  /** Left out, only words are evaluated. */
  readonly encoder?: Encoder;
}

/** The batches by which one can see how well people are understood who have not written for us. */
export function naturalBatches({ phrasings }: QuestionContent): readonly string[] {
  return [...new Set(phrasings.map(({ batch }) => batch))].filter((batch) => !NOT_NATURAL.test(batch)).sort();
}

/** A line of a left-out batch, with what a model that had not seen the batch makes of it. */
interface LeftOut {
  readonly phrasing: Phrasing;
  readonly weighed: WeighedMeanings;
}

/** Leaves one batch out after the other: trains words and vectors without it, and reads its lines. */
export async function leaveOut(evaluation: BatchEvaluation, batch: string): Promise<readonly LeftOut[]> {
  const { questions, notice, lexicon, encoder } = evaluation;
  const seen = { topics: questions.topics, phrasings: questions.phrasings.filter((line) => line.batch !== batch) };
  const words = trainWordModel(seen, notice, lexicon);
  const vectors = encoder && { encoder, model: await trainVectorModel(seen, encoder) };
  const weigh: WeighMeanings = createWeighMeanings(words, createTermReader(lexicon), vectors);
  const phrasings = questions.phrasings.filter((line) => line.batch === batch);
  const all = await weigh(phrasings.map(({ text }) => text));
  return all.flatMap((weighed, at) => {
    const phrasing = phrasings[at];
    return phrasing ? [{ phrasing, weighed }] : [];
  });
}

/** Judges the lines of left-out batches, by kind. */
export function judgeLeftOut(left: readonly LeftOut[], { questions, notice, encoder }: BatchEvaluation): VerdictTable {
  const table = new VerdictTable();
  const passages = topicPassages(questions.topics, notice);
  const topics = new Map(questions.topics.map((topic) => [topic.id, topic]));
  const combination = encoder ? WITH_ENCODER : WORDS_ALONE;
  for (const { phrasing, weighed } of left) {
    const understanding = decideMeaning(rankWeighed(weighed, combination), passages, () => '');
    table.add(phrasing.meaning, judge(understanding, wantedOf(phrasing.meaning, topics)), understanding.confidence);
  }
  return table;
}

/** The weights under which the left-out lines are likeliest. An encoder that has seen them makes its own too high. */
export function fitLeftOut(left: readonly LeftOut[], start: Combination): Combination {
  const choices = left.flatMap(({ phrasing, weighed }): LabelledChoice[] => {
    const right = weighed.meanings.indexOf(phrasing.meaning);
    const isUnanswered = phrasing.meaning === 'off_topic' || phrasing.meaning === 'not_in_notice';
    if (right < 0) return [];
    return [{ candidates: weighed.candidates, right, weight: isUnanswered ? UNANSWERED_COUNTS : 1 }];
  });
  return fitCombination(choices, start);
}
