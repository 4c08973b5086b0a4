import { phraseWords } from './wordings';

const ASKING = wordSet('what whats why who whos whom whose when where wheres which how hows wot wat');
const STARTING = wordSet('is are am was were do does did can could would will should may might have has shall');

/** Words of talk: a name or an address seldom has them, and hardly ever several. */
const TALK = wordSet(
  'i im ive id ill you u your youre youve we weve they theyre them he she hes shes me my mine it its is are was were be ' +
    'been am do does did dont doesnt didnt not cant wont isnt arent can could would should will have has had havent want ' +
    'wants need needs give get got tell told know think please stop send sent why what who how when where which that ' +
    'this these those there because if so but just only about a an the no yes any some anything nothing everything',
);

/** Whether a normalised word is one of talk. */
export const isTalk = (word: string): boolean => TALK.has(word);

/** How many of the words are words of talk. Takes normalised words. */
export const countTalk = (words: readonly string[]): number => words.filter(isTalk).length;

/** Whether a message asks something, with or without a question mark. "How Yee" and "Will Young" are none. */
export function isQuestion(text: string, knows: (word: string) => boolean): boolean {
  const words = phraseWords(text);
  const [first = '', second] = words;
  if (ASKING.has(first)) return second === undefined || TALK.has(second) || knows(second);
  if (STARTING.has(first) && second !== undefined && TALK.has(second)) return words.length > 2;
  return /\?[\s"'”’)]*$/.test(text) && words.some((word) => TALK.has(word) || ASKING.has(word));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
