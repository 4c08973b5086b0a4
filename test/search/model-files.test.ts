import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readArrayFile, writeArrayFile } from '../../src/search/array-file';
import type { QuestionContent } from '../../src/search/question-content';
import { createTermReader } from '../../src/search/term-reader';
import { trainVectorModel } from '../../src/search/train-vector-model';
import { trainWordModel } from '../../src/search/train-word-model';
import { vectorShares } from '../../src/search/vector-model';
import { readVectorModel, writeVectorModel } from '../../src/search/vector-model-file';
import { createWordClassifier } from '../../src/search/word-model';
import { readWordModel, writeWordModel } from '../../src/search/word-model-file';
import { aNotice } from './a-notice';

const content: QuestionContent = {
  topics: [{ id: 'calls', title: 'Calls', passages: ['section-1/passage-1'] }],
  phrasings: ['how long are calls kept', 'when are calls deleted', 'do you keep calls', 'are calls recorded'].flatMap(
    (text) => [
      { text, meaning: 'topic:calls', batch: 'one' } as const,
      { text: `the ${text.split(' ').reverse().join(' ')} tap drips`, meaning: 'off_topic', batch: 'two' } as const,
    ],
  ),
};
const notice = aNotice({ Calls: ['Calls are kept for 6 months.'] });
const reader = createTermReader({});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'privacy-desk-model-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('files of numbers', () => {
  it('come back as they were written', () => {
    const written = { header: { name: 'ä' }, arrays: { one: Float32Array.of(1.5, -2), none: new Float32Array(0) } };

    writeArrayFile(join(folder, 'deeper', 'file'), written);

    expect(readArrayFile(join(folder, 'deeper', 'file'))).toEqual(written);
  });

  it.each([0, 3, 20, 60])('are nothing when they are cut after %d bytes', (bytes) => {
    const file = join(folder, 'file');
    writeArrayFile(file, { header: {}, arrays: { one: Float32Array.of(1, 2, 3) } });
    writeFileSync(file, readFileSync(file).subarray(0, bytes));

    expect(readArrayFile(file)).toBeUndefined();
  });

  it('are nothing where there are none', () => {
    expect(readArrayFile(join(folder, 'missing'))).toBeUndefined();
  });
});

describe('what is learnt from words', () => {
  it('tells meanings apart, and the same after it was kept', () => {
    const model = trainWordModel(content, notice, {});
    writeWordModel(folder, model, 'mark');
    const kept = readWordModel(folder, 'mark');

    const classify = createWordClassifier(model, reader);
    expect(model.meanings).toEqual(['off_topic', 'topic:calls']);
    expect(classify('how long do you keep calls')[1]).toBeGreaterThan(0.5);
    expect(classify('the tap drips')[0]).toBeGreaterThan(0.5);
    expect(kept && createWordClassifier(kept, reader)('how long do you kepe calls')).toEqual(
      classify('how long do you kepe calls'),
    );
  });

  it('is not used for other content', () => {
    writeWordModel(folder, trainWordModel(content, notice, {}), 'mark');

    expect(readWordModel(folder, 'another mark')).toBeUndefined();
  });
});

describe('what is learnt from vectors', () => {
  const vectorOf = (text: string): Float32Array =>
    text.includes('tap') ? Float32Array.of(0, 1, 0) : Float32Array.of(1, 0, 0);
  const source = {
    checksum: 'sum',
    dimensions: 3,
    embed: (texts: readonly string[]) => Promise.resolve(texts.map(vectorOf)),
  };

  it('tells meanings apart, and the same after it was kept', async () => {
    const model = await trainVectorModel(content, source);
    writeVectorModel(folder, model, 'mark');
    const kept = readVectorModel(folder, 'mark');

    expect(vectorShares(vectorOf('calls'), model)[1]).toBeGreaterThan(0.5);
    expect(kept).toEqual(model);
    expect(readVectorModel(folder, 'another mark')).toBeUndefined();
  });
});
