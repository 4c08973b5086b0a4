import { MATTERS, type Matter } from '../rights/matter';
import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import type { Form } from './form';
import { formSchema, sharedParagraphsSchema, type Shared } from './form-schema';
import { Forms } from './forms';
import { sharedQuestionsSchema } from './question-schema';

const FOLDER = 'rights';

/** The file of a matter's form, from the content folder. */
export const formFile = (matter: Matter): string => `${FOLDER}/${matter}.yaml`;

/** The file of the questions that forms share. */
export const SHARED_QUESTIONS_FILE = `${FOLDER}/questions.yaml`;

/**
 * Reads content/rights: what forms share, and a form for every matter.
 *
 * @param signs those of urgent.yaml, which options may name; unless given, what they name is not checked
 */
export function loadForms(contentDir: string, signs?: readonly string[]): Loaded<Forms> {
  const questions = readYaml(contentDir, SHARED_QUESTIONS_FILE, sharedQuestionsSchema(signs));
  if (!questions.value) return { value: new Forms(new Map(), []), problems: questions.problems };
  const paragraphsSchema = sharedParagraphsSchema(questions.value);
  const paragraphs = readYaml(contentDir, `${FOLDER}/paragraphs.yaml`, paragraphsSchema);
  if (!paragraphs.value) return { value: new Forms(new Map(), []), problems: paragraphs.problems };
  return readForms(contentDir, { questions: questions.value, paragraphs: paragraphs.value, signs });
}

function readForms(contentDir: string, shared: Shared): Loaded<Forms> {
  const schema = formSchema(shared);
  const loaded = MATTERS.map((matter) => ({ matter, ...readYaml(contentDir, formFile(matter), schema) }));
  const forms = loaded.flatMap(({ matter, value }): readonly (readonly [Matter, Form])[] =>
    value ? [[matter, { matter, ...value }]] : [],
  );
  const value = new Forms(new Map(forms), [...shared.questions.values()]);
  return { value, problems: loaded.flatMap(({ problems }) => problems) };
}
