import { matchOption } from '../search/match-option';
import { isStopWord } from '../search/stop-words';
import { clausesOf } from './clauses';
import type { Option, Question } from './form';
import { optionNamed, wordsFor, yesOrNoOption } from './option-words';
import { optionSaid } from './option-said';
import { sameButMistyped } from './same-words';
import { phraseWords, type Wordings } from './wordings';

/** Longer messages are sentences about something else that happen to hold the words of an option. */
const MOST_WORDS = 16;

/** Behind a yes or a no these change what it means: "yes but my ex reads it", "no one else does". */
const TURNING =
  /\b(?:but|except|unless|only if|depends|although|though|however|sometimes|not sure|dont know|maybe|and no|or no)\b/;

/** What goes on behind a plain yes or no: "no it's not safe". */
const GOING_ON = new Set(
  'i im ive id it its that thats they theyre he hes she shes we the my not dont please never you theres because cos cause its'.split(
    ' ',
  ),
);

/** Reads the answer to a question with options: the id of the one that is meant, or undefined where it is not plain. */
export type ReadChoice = (text: string, question: Question) => string | undefined;

type YesOrNo = (text: string) => 'yes' | 'no' | undefined;

/**
 * @param yesOrNo reads a yes or a no that is the whole text
 * @param isQuestion tells a question, in which the words of an option mean nothing: "what is Network Homes?"
 */
export function createReadChoice(
  wordings: Wordings,
  yesOrNo: YesOrNo,
  isQuestion: (text: string) => boolean,
): ReadChoice {
  const tellingWords = (option: Option): readonly (readonly string[])[] =>
    wordsFor(option).filter((words) => words.length > 1 || yesOrNo(words.join('')) === undefined);
  const readLoosely = (text: string, question: Question): Option | undefined => {
    if (isQuestion(text)) return undefined;
    const isShort = phraseWords(text).length <= MOST_WORDS;
    return (isShort ? optionSaid(text, question, tellingWords) : undefined) ?? nearTitle(text, question);
  };
  /** "I told you already. Me." A yes or a no is turned round by what goes on: "yes but my husband can read it". */
  const saidInClause = (text: string, question: Question): Option | undefined => {
    const words = phraseWords(text);
    if (isQuestion(text) || words.length > MOST_WORDS || TURNING.test(words.join(' '))) return undefined;
    const clauses = clausesOf(text).filter(({ text: clause }) => yesOrNo(clause) === undefined);
    const named = clauses.flatMap(({ text: clause }) => optionNamed(question, wordings(clause)) ?? []);
    return new Set(named).size === 1 ? named[0] : undefined;
  };
  return (text, question) => {
    const said = wordings(text);
    const option =
      optionNamed(question, said) ??
      saidYesOrNo(text, question, yesOrNo) ??
      mistyped(said, question) ??
      atPosition(text, question) ??
      readLoosely(text, question) ??
      saidInClause(text, question);
    return option?.id;
  };
}

/** A yes or a no by itself, or with a reason behind it that does not turn it round. */
function saidYesOrNo(text: string, question: Question, yesOrNo: YesOrNo): Option | undefined {
  const whole = yesOrNo(text);
  if (whole) return yesOrNoOption(question, whole);
  const words = phraseWords(text);
  const [first = '', second = ''] = words;
  if (TURNING.test(words.join(' '))) return undefined;
  const [clause, next] = clausesOf(text);
  const answer =
    (next && clause ? yesOrNo(clause.text) : undefined) ?? (GOING_ON.has(second) ? yesOrNo(first) : undefined);
  return answer ? yesOrNoOption(question, answer) : undefined;
}

function mistyped(said: readonly (readonly string[])[], { options }: Question): Option | undefined {
  const near = options.filter((option) =>
    wordsFor(option).some((words) => said.some((one) => sameButMistyped(one, words))),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** "2", "the second one", "the last" */
function atPosition(text: string, { options }: Question): Option | undefined {
  // Without titles to be near to, only a position can match.
  const position = matchOption(
    text,
    options.map(() => ''),
  );
  return typeof position === 'number' ? options[position] : undefined;
}

/** A title that is mistyped, or its beginning. A "not", or small words alone, are near to many. */
function nearTitle(text: string, { options }: Question): Option | undefined {
  const words = phraseWords(text);
  if (words.every(isStopWord) || words.some((word) => NEGATIONS.has(word))) return undefined;
  const near = matchOption(
    text,
    options.map(({ title }) => title),
  );
  return typeof near === 'number' ? options[near] : undefined;
}

const NEGATIONS = new Set(['not', 'isnt', 'no', 'never', 'dont', 'neither', 'or']);
