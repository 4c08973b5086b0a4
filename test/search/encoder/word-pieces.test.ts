import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ENCODER_FOLDER } from '../../../src/search/encoder/onnx-encoder';
import { WordPieces } from '../../../src/search/encoder/word-pieces';

describe('word pieces', () => {
  const ours = new WordPieces(readFileSync(join(ENCODER_FOLDER, 'vocabulary.txt'), 'utf8'));

  it('are those that the encoder was trained on', () => {
    const lines = readFileSync(join(__dirname, 'word-pieces.fixture.jsonl'), 'utf8').trimEnd().split('\n');
    const expected = lines.map((line) => JSON.parse(line) as [string, ...number[]]);

    const different = expected.filter(([text, ...ids]) => ours.split(text).join() !== ids.join());

    expect(expected).toHaveLength(2000);
    expect(different).toEqual([]);
  });

  it('are the longest that the vocabulary knows, a word without them being unknown', () => {
    const words = ['[PAD]', 'un', 'una', '##b', '##ble', '##able', 'é', 'e', '𝐛', '##𝐛'];
    const pieces = new WordPieces(words.join('\n') + '\n');

    expect(pieces.split('Unable una UNB unx É 𝐛𝐛')).toEqual([101, 2, 4, 2, 1, 3, 100, 7, 8, 9, 102]);
  });

  it('read a vocabulary with the line ends of Windows', () => {
    expect(new WordPieces('[PAD]\r\nhello\r\n').split('hello')).toEqual([101, 1, 102]);
  });

  it('are split at once also for a word as long as a message may be', () => {
    const before = process.cpuUsage();

    ours.split('unaffordable'.repeat(2000));

    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});
