import { loadRecognition } from '../../src/rights/load-recognition';
import { createRecogniseMatters, type Recognised } from '../../src/rights/recognise-matters';
import { createUnderstand } from '../../src/search/create-understand';
import { loadLearnt } from '../../src/search/load-learnt';
import type { Understanding } from '../../src/search/understanding';
import { CONTENT_DIR, MODEL_DIR, realNotice, realSearchContent } from '../search/real-content';

export interface RealRecogniser {
  readonly recognise: (text: string) => Promise<Recognised>;
  readonly close: () => Promise<void>;
}

/** Recognises matters with the content of the project, as it is shipped, in messages that are understood by it. */
export async function realRecogniser(encoder: 'on' | 'off'): Promise<RealRecogniser> {
  const learnt = await loadLearnt({ contentDir: CONTENT_DIR, modelDir: MODEL_DIR, encoder });
  const search = realSearchContent();
  const { value: recognition, problems } = loadRecognition(CONTENT_DIR);
  if (!recognition) throw new Error(JSON.stringify(problems));
  const context = { notice: realNotice() };
  const understandInContext = createUnderstand(search, learnt);
  const understand = (text: string): Promise<Understanding> => understandInContext(text, context);
  const recogniseMatters = createRecogniseMatters({ recognition, flows: search.flows }, learnt.words.words);
  return {
    recognise: async (text) => recogniseMatters(text, await understand(text), understand),
    close: async () => learnt.vectors?.encoder.close(),
  };
}
