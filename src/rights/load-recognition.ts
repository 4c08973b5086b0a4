import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { MATTERS, type Matter } from './matter';
import { recognitionSchema, type MatterPhrases, type RecognitionContent } from './recognition-content';

export const RECOGNITION_FILE = 'rights/recognition.yaml';

/** Reads rights/recognition.yaml. With problems, `value` is `undefined`. */
export function loadRecognition(contentDir: string): Loaded<RecognitionContent | undefined> {
  const { value, problems } = readYaml(contentDir, RECOGNITION_FILE, recognitionSchema);
  if (!value) return { value: undefined, problems };
  const { words, moods, matters, 'breach-signs': breachSigns, complains, about } = value;
  const phrases = Object.fromEntries(
    MATTERS.map((matter): [Matter, MatterPhrases] => {
      const { 'asked-as': askedAs, 'named-as': namedAs } = matters[matter];
      return [matter, { askedAs, namedAs }];
    }),
  ) as Record<Matter, MatterPhrases>;
  return { value: { words, moods, matters: phrases, breachSigns, complains, about }, problems };
}
