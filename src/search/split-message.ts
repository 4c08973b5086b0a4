import { wordsOf } from './normalise';

/** A part of fewer words belongs to what stands beside it: "Known by who?", "true?", "AGAIN." */
const FEWEST_WORDS = 3;

const ASKING =
  "how|what|whats|what's|wot|who|whos|who's|why|where|wheres|when|which|do|does|did|can|could|is|are|am|will|would|may|should|has|have you";
const ORDERING =
  'stop|delete|remove|send|give|correct|change|update|take|erase|wipe|show|tell|cancel|forget|fix|let|get';
const WISHING = "please|pls|i want|i need|i wish|i would like|i'd like|id like";

const LIST_MARK = /^\s*(?:[-–•*]|\(?\d{1,2}[.)])\s+/;

/** In one line, as in "1. how long do you keep it 2. who sees it". */
const NUMBERED_LIST = /^\s*\(?1[.)]\s/;
const NEXT_NUMBER = /\s\(?[2-9][.)]\s+/;

const SENTENCE_END = /(?<=[.?!;]["')]*)\s+|(?<=\?)(?=\p{L})|\s[-–]\s/u;

/** "and also", wherever it stands; "and", "also", "plus" before what begins a question, a command or a wish. */
const CONNECTOR = new RegExp(
  `,?\\s+(?:oh )?and also,?\\s+|,\\s*(?:also|plus|oh and),?\\s+|,?\\s+(?:and then|oh and|and|&|plus|also|then)\\s+(?=(?:${ASKING}|${ORDERING}|${WISHING})\\b)`,
  'i',
);

/** "And how do I complain": it is a question all the same. */
const LEADING = /^(?:(?:and|also|plus|oh),? )+(?=\S)/i;

/** Splits a message where one thing that was said ends and another may begin. What the parts mean is for others to say. */
export function splitMessage(text: string): readonly string[] {
  const clauses = text
    .split(/\n+/)
    .flatMap((line) => (NUMBERED_LIST.test(line) ? line.split(NEXT_NUMBER) : [line]))
    .flatMap((line) => line.replace(LIST_MARK, '').split(SENTENCE_END))
    .flatMap((sentence) => sentence.split(CONNECTOR));
  const parts: string[] = [];
  for (const clause of clauses.map((one) => one.trim().replace(LEADING, '')).filter((one) => wordsOf(one).length > 0)) {
    const last = parts.at(-1);
    if (last !== undefined && (isShort(clause) || isShort(last))) parts[parts.length - 1] = `${last} ${clause}`;
    else parts.push(clause);
  }
  return parts;
}

const isShort = (part: string): boolean => wordsOf(part).length < FEWEST_WORDS;
