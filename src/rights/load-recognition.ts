import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { MATTERS, type Matter } from './matter';
import { recognitionSchema, type MatterPhrases, type RecognitionContent } from './recognition/recognition-content';

export const RECOGNITION_FILE = 'rights/recognition.yaml';

/** Reads rights/recognition.yaml. With problems, `value` is `undefined`. */
export function loadRecognition(contentDir: string): Loaded<RecognitionContent | undefined> {
  const { value, problems } = readYaml(contentDir, RECOGNITION_FILE, recognitionSchema);
  if (!value) return { value: undefined, problems };
  const { words, wishes, moods, matters, information, earlier, complains, about } = value;
  const { 'not-negated': notNegated, 'not-reported': notReported, ...others } = moods;
  const { 'beside-a-name': besideAName, 'breach-signs': breachSigns } = value;
  const {
    'complaints-elsewhere': complaintsElsewhere,
    'keep-for-claims': keepForClaims,
    'about-information': aboutInformation,
  } = value;
  const phrases = Object.fromEntries(
    MATTERS.map((matter): [Matter, MatterPhrases] => {
      const { 'asked-as': askedAs, 'asked-shortly-as': askedShortlyAs, 'named-as': namedAs } = matters[matter];
      return [matter, { askedAs, askedShortlyAs, namedAs }];
    }),
  ) as Record<Matter, MatterPhrases>;
  return {
    value: {
      words,
      besideAName,
      wishes,
      moods: { ...others, notNegated, notReported },
      matters: phrases,
      breachSigns,
      complaintsElsewhere,
      aboutInformation,
      information,
      earlier,
      keepForClaims,
      complains,
      about,
    },
    problems,
  };
}
