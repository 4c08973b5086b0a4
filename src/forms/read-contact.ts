import { wordsOf } from '../search/normalise';
import type { AnswerContent } from './answer-content';
import { clausesOf, type Clause } from './clauses';
import { countTalk } from './is-question';
import { blankOut, type Piece } from './piece';
import { isNegated, placedWords, runsOf } from './placed-words';
import { hasAddress, writeAddress } from './read-address';
import { looksLikeEmail } from './read-email';
import { looksLikePhone } from './read-phone';
import { phraseWords, type Wordings } from './wordings';

/** What has to be told better: an address or a number that cannot be right or is missing, or that there is another way. */
export type ContactProblem = 'email' | 'phone' | 'post' | 'no-way';

/** The ways to reply that an answer tells, by field; or what is the matter with it; or nothing of the kind. */
export type ReadContact = (text: string, told: readonly Piece[]) => readonly Piece[] | ContactProblem | undefined;

type Says = (text: string) => Clause | undefined;
type Phrases = readonly (readonly string[])[];

/** Shorter wordings count only as a whole clause: "collect" alone, and not "you collect too much". */
const FEWEST_WORDS = 3;

/**
 * Reads the answer to "how shall we reply?". All ways that it tells are taken. `told` are the addresses and numbers that
 * were found in it.
 */
export function createReadContact(content: AnswerContent, wordings: Wordings): ReadContact {
  const { ways, unsaid, noWay } = content;
  const saysCollect = createSays(ways.collect, wordings);
  const saysHeldAddress = createSays(ways.post, wordings);
  const problems: readonly (readonly [ContactProblem, Says])[] = [
    ['no-way', createSays(noWay, wordings)],
    ['email', createSays(unsaid.email, wordings)],
    ['phone', createSays(unsaid.phone, wordings)],
    ['post', createSays(unsaid.post, wordings)],
  ];

  return (text, told) => {
    const rest = blankOut(
      text,
      told.filter(({ field }) => field === 'email' || field === 'phone'),
    );
    const pieces = told.map((piece) => (piece.field === 'address' ? asPost(rest, piece) : piece));
    const collect = sayingPiece('collect', saysCollect(rest));
    const held = pieces.some(({ field }) => field === 'post') ? [] : sayingPiece('post', saysHeldAddress(rest));
    const found = [...pieces, ...collect, ...held];
    if (found.length > 0) return found;
    if (looksLikeEmail(rest)) return 'email';
    if (looksLikePhone(rest)) return 'phone';
    return problems.find(([, says]) => says(rest) !== undefined)?.[0] ?? (mayBeAddress(rest) ? 'post' : undefined);
  };
}

/** A number with a few words is perhaps an address that lacks its street: "flat 3". */
function mayBeAddress(rest: string): boolean {
  const words = wordsOf(rest);
  const hasNumber = words.some((word) => /^\d{1,4}[a-z]?$/.test(word));
  return hasNumber && words.some((word) => /^\p{L}{2}/u.test(word)) && words.length <= 6 && countTalk(words) === 0;
}

/** What else stands beside an address belongs to it, the name on the envelope too, unless it is talk. */
function asPost(rest: string, piece: Piece): Piece {
  const isTalk = countTalk(wordsOf(`${rest.slice(0, piece.start)} ${rest.slice(piece.end)}`)) > 1;
  if (piece.isLed || isTalk || !hasAddress(rest)) return { ...piece, field: 'post' };
  return { ...piece, field: 'post', value: writeAddress(rest) };
}

/** In the person's words, without the one that ties them to what was before. */
const sayingPiece = (field: string, clause: Clause | undefined): readonly Piece[] =>
  clause
    ? [
        {
          field,
          value: clause.text.replace(/^(?:or|and|but|so)\s+/i, ''),
          start: clause.start,
          end: clause.end,
          isLed: true,
        },
      ]
    : [];

/** Finds the clause that says one of these things, as it was written. */
function createSays(texts: readonly string[], wordings: Wordings): Says {
  const phrases: Phrases = texts.map(phraseWords);
  const whole = new Set(phrases.map((words) => words.join(' ')));
  const long = phrases.filter(({ length }) => length >= FEWEST_WORDS);
  const isSaid = (clause: string): boolean => {
    if (wordings(clause).some((words) => whole.has(words.join(' ')))) return true;
    const words = placedWords(clause);
    return long.some((phrase) => runsOf(words, phrase).some(({ from }) => !isNegated(words, from)));
  };
  return (text) => clausesOf(text).find(({ text: clause }) => isSaid(clause));
}
