import { answerRecord } from '../../src/commands/answer-record';
import { loadDesk } from '../../src/commands/load-desk';
import { loadEncoder } from '../../src/search/encoder/onnx-encoder';
import { questionNumber } from './questions';

const ROUNDS = 300;
const WARM_UP = 60;

export interface UnderstandingCost {
  /** Milliseconds to read the content and what was learnt from it. */
  readonly load: number;
  /** Microseconds for a question: deciding what is meant, */
  readonly understand: number;
  /** and all that `npm run ask` does for one: the reply with its words, too. */
  readonly ask: number;
}

/** What a question costs without channel, storage or network. */
export async function measureUnderstanding(encoder: 'on' | 'off'): Promise<UnderstandingCost> {
  const begun = performance.now();
  const loaded = await loadDesk({ ENCODER: encoder }, undefined);
  const load = performance.now() - begun;
  const { desk, notice, close } = loaded;
  const understand = await perQuestion(0, (question) => desk.understand(question, { notice }));
  const ask = await perQuestion(1, (q) => answerRecord({ id: '1', q }, loaded));
  await close();
  return { load, understand, ask };
}

/** Microseconds that the encoder alone takes for a question: the floor under understanding with it. */
export async function measureEncoder(): Promise<number> {
  const encoder = await loadEncoder();
  const took = await perQuestion(2, (question) => encoder.embed([question]));
  await encoder.close();
  return took;
}

/** @param series no two questions of all series are the same, so that none is known from before */
async function perQuestion(series: number, work: (question: string) => Promise<unknown>): Promise<number> {
  const from = series * (ROUNDS + WARM_UP);
  for (let number = 0; number < WARM_UP; number++) await work(questionNumber(from + number));
  const begun = performance.now();
  for (let number = WARM_UP; number < WARM_UP + ROUNDS; number++) await work(questionNumber(from + number));
  return ((performance.now() - begun) * 1000) / ROUNDS;
}
