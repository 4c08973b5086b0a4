import { words as general } from 'natural/lib/natural/util/stopwords';

/** Words of politeness and of asking as such. They say nothing about what is asked. */
const COURTESY =
  'hello hi hiya hey dear please pls plz thanks thank thx ta cheers sorry kindly regards morning afternoon evening ' +
  'tell let know want wanna need would like id im ive ill youre youve thats whats dont doesnt didnt cant wont isnt ' +
  'arent havent just really actually anything something everything thing stuff someone anyone question ask asking';

/** Auxiliaries and small words that natural's list lacks. */
const SMALL =
  'may will shall not no yes been upon per via ok okay also even ever yet us u ur r n gonna got gets getting';

const STOP_WORDS: ReadonlySet<string> = new Set([...general, ...COURTESY.split(' '), ...SMALL.split(' ')]);

/** Whether a normalised word is left out of the search index and of queries. Figures are kept: periods are asked for. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) && !/^\d$/.test(word);
}
