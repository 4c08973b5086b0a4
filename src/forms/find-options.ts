import { clausesOf } from './clauses';
import type { Option, Question } from './form';
import { optionSaid } from './option-said';
import { tellingWordsFor } from './option-words';
import type { Piece } from './piece';
import { placedWords, runsOf } from './placed-words';

/** The options of which a message has words that are telling everywhere, one a question: "network homes". */
export function findOptions(text: string, questions: readonly Question[]): readonly Piece[] {
  return questions.flatMap((question) => {
    const option = optionSaid(text, question, tellingWordsFor);
    return option ? placesOf(text, question, option) : [];
  });
}

function placesOf(text: string, { id }: Question, option: Option): readonly Piece[] {
  const words = placedWords(text);
  return tellingWordsFor(option).flatMap((phrase) =>
    runsOf(words, phrase).map(({ from, to }) => {
      const start = words[from]?.start ?? 0;
      return { field: id, value: option.id, start, end: words[to - 1]?.end ?? start, isLed: true };
    }),
  );
}

/**
 * Those that may be left out before a name is read, with the word that ties them to it: of several words, a whole clause,
 * or behind such a word. "Jane Sovereign" is a name with the name of a company in it.
 */
export function apartFromNames(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const clauses = clausesOf(text);
  return pieces.flatMap((piece) => {
    const { start, end } = piece;
    const tie = TIE.exec(text.slice(0, start));
    const isApart =
      tie !== null ||
      /\s/.test(text.slice(start, end).trim()) ||
      clauses.some((clause) => clause.start >= start && clause.end <= end);
    return isApart ? [{ ...piece, start: tie ? tie.index : start }] : [];
  });
}

const TIE = /\b(?:from|with|at|for|by|of|and|in|tenant of|tenant with)\s+$/i;
