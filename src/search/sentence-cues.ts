/**
 * What kind of sentence a message is, by its small words: whether somebody wants to know or wants something done, and
 * whether it tells what somebody did. Single words do not show it ("can you delete it", "can you see it"), these do.
 */
const CUES: readonly (readonly [cue: string, pattern: RegExp])[] = [
  ['asks-how-long', /\bhow (long|soon|many (days|weeks|months|years))\b|\bwhen (do|will|does) (you|it|they|my)\b/],
  ['asks-how-much', /\bhow (much|many|often|far|big|old)\b/],
  ['asks-how', /\bhow (do|can|does|did|would|should|to|is|are)\b/],
  ['asks-why', /\b(why|what for|reason|purpose)\b/],
  ['asks-who', /\b(who|whose|whom)\b/],
  ['asks-where', /\bwhere\b/],
  ['asks-which', /\bwhich\b|\bname of\b|\bwhat (company|firm|software|system|app|brand)\b/],
  ['asks-what', /\bwhat\b/],
  ['asks-whether-you', /^(?:\w+ )?(do|does|are|is|will|would|did|have|has) (you|it|they|my|the|anyone|staff)\b/],
  ['asks-whether-i-may', /\b(can|could|may|am|do) i\b/],
  ['asks-you-to', /\b(can|could|will|would) (you|someone|somebody) (please )?\w+/],
  [
    'wants',
    /\bi (want|need|wish|demand|insist|request|would like|object|withdraw|refuse)\b|\bid like\b|\bi do not want\b/,
  ],
  [
    'commands',
    /^(please |just |ok |hi |hello )*(stop|delete|remove|send|give|correct|change|update|take|get|put|let|tell|show|erase|wipe|freeze|move|transfer|speak|talk|call|ring|cancel|forget|fix|make|leave|opt|unsubscribe)\b/,
  ],
  [
    'tells-you-did',
    /\b(you|they|he|she|someone|somebody|staff|officer|contractor) (have |has |had |just |lot )?(sent|gave|told|shared|lost|put|posted|rang|called|said|took|wrote|got|refused|ignored|leaked|used|kept|recorded|emailed)\b/,
  ],
  [
    'tells-i-did',
    /\bi (have |had |just |already |never )*(sent|gave|told|asked|signed|filled|applied|moved|left|complained|made|put|wrote|rang|called|emailed|waited|agreed|requested|submitted|changed)\b/,
  ],
  ['says-not', /\b(not|no|never|none|nothing|without)\b/],
];

/** The cues in a message whose words have been read. */
export function sentenceCues(words: readonly string[]): readonly string[] {
  const text = words.join(' ');
  return CUES.filter(([, pattern]) => pattern.test(text)).map(([cue]) => cue);
}
