import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { contentFingerprint } from '../../src/search/content-fingerprint';
import { loadLearnt } from '../../src/search/load-learnt';
import { CONTENT_DIR, MODEL_DIR } from './real-content';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'privacy-desk-content-'));
  for (const part of ['questions', 'notice', 'lexicon.yaml', 'smalltalk.yaml']) {
    cpSync(join(CONTENT_DIR, part), join(folder, part), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the fingerprint of content', () => {
  it('is the same for the same words, wherever they are', () => {
    expect(contentFingerprint(folder)).toBe(contentFingerprint(CONTENT_DIR));
  });

  it('changes with a question, and not with what training does not read', () => {
    const before = contentFingerprint(folder);

    writeFileSync(join(folder, 'smalltalk.yaml'), '');
    expect(contentFingerprint(folder)).toBe(before);

    writeFileSync(join(folder, 'questions', 'smalltalk.yaml'), 'someone: |\n  hello\n');
    expect(contentFingerprint(folder)).not.toBe(before);
  });

  it('keeps a model from being used with other content', async () => {
    writeFileSync(join(folder, 'lexicon.yaml'), 'keep: [hold]\n');

    await expect(loadLearnt({ contentDir: folder, modelDir: MODEL_DIR, encoder: 'off' })).rejects.toMatchObject({
      code: 'model_missing',
      message: expect.stringMatching(/npm run train/) as string,
    });
  });
});
