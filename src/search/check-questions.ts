import type { ContentProblem } from '../shared/content-problem';
import { questionFile, type Place, type PlacedQuestions } from './read-question-files';

/** What several questions or topics together have wrong, in the order of the files. */
export function checkQuestions({ topics, phrasings }: PlacedQuestions): readonly ContentProblem[] {
  return [...misplacedTopics(topics), ...repeatedIds(topics), ...repeatedTitles(topics), ...repeatedLines(phrasings)];
}

function misplacedTopics(topics: PlacedQuestions['topics']): readonly ContentProblem[] {
  return topics.flatMap(({ id, passages, file, line }) => {
    const home = questionFile((passages[0] ?? '').split('/')[0] ?? '');
    const problem = `the first passage of "${id}" is of another section; move the topic to ${home}`;
    return file === home ? [] : [{ file, line, problem, rule: 'own-section' }];
  });
}

function repeatedIds(topics: PlacedQuestions['topics']): readonly ContentProblem[] {
  return repeated(topics, ({ id }) => id).map(([{ id, file, line }, first]) => {
    return { file, line, problem: `${placeOf(first)} is the topic "${id}" too`, rule: 'unique' };
  });
}

function repeatedTitles(topics: PlacedQuestions['topics']): readonly ContentProblem[] {
  return repeated(topics, ({ title }) => squeezed(title)).map(([{ file, line }, first]) => {
    const problem = `${placeOf(first)} has the same title; people could not tell the buttons apart`;
    return { file, line, problem, rule: 'unique' };
  });
}

/** Case, apostrophes, punctuation and spaces do not make a question another one. */
function repeatedLines(phrasings: PlacedQuestions['phrasings']): readonly ContentProblem[] {
  const problems = repeated(phrasings, ({ text }) => squeezed(text)).map(([{ text, meaning, file, line }, first]) => {
    return meaning === first.meaning
      ? { file, line, problem: `"${text}" stands in ${placeOf(first)} already`, rule: 'no-duplicates' }
      : { file, line, problem: `"${text}" means ${first.meaning} in ${placeOf(first)}`, rule: 'one-meaning' };
  });
  const wordless = phrasings.filter(({ text }) => squeezed(text) === '');
  return [
    ...problems,
    ...wordless.map(({ file, line }) => ({ file, line, problem: 'this line has no words', rule: 'not-empty' })),
  ];
}

/** Everything that has the key of something before it, with that. An empty key counts for nothing. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [item: T, first: T])[] {
  const firsts = new Map<string, T>();
  const found: [T, T][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const first = firsts.get(key);
    if (first !== undefined) found.push([item, first]);
    else if (key !== '') firsts.set(key, item);
  }
  return found;
}

/** What stands between letters and figures, as ranges: far quicker than by Unicode classes. */
const BETWEEN = /[\s!-/:-@[-`{-¿\u2000-\u206f]+/g;

/** Letters and figures alone. Plainer than what understanding compares by, since thousands are read at every start. */
const squeezed = (text: string): string => text.toLowerCase().replace(BETWEEN, '');

const placeOf = ({ file, line }: Place): string => `${file}:${line}`;
