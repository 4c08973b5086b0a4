import { readWords } from '../../search/read-words';
import type { Speller } from '../../search/spell';
import type { Matter } from '../matter';
import { holdsPhrase } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** Tells complaints about information from those about other matters, and from reports of a breach. */
export interface ComplaintReader {
  readonly isBreach: (text: string) => boolean;
  /** Whether it is about repairs, neighbours and the like. */
  readonly isElsewhere: (text: string) => boolean;
  /** Puts the report in place of the complaint as which it is understood. */
  readonly asBreach: (raised: readonly Matter[], text: string) => readonly Matter[];
}

/**
 * Makes the reader of complaints. A breach is understood as a complaint, but has to be looked at within 72 hours. Both
 * count where somebody also says that they complain.
 */
export function createComplaintReader(content: RecognitionContent, speller: Speller): ComplaintReader {
  const signs = holdsPhrase(content.breachSigns, content.words);
  const elsewhere = holdsPhrase(content.complaintsElsewhere, content.words);
  const complaining = holdsPhrase(content.complains, content.words);
  const read = (text: string): string => readWords(text, speller).join(' ');
  const isBreach = (text: string): boolean => signs(read(text));

  const isElsewhere = (text: string): boolean => elsewhere(read(text));

  const asBreach: ComplaintReader['asBreach'] = (raised, text) => {
    const isReport = raised.includes('breach') || (raised.includes('complaint') && isBreach(text));
    if (!isReport) return raised;
    const both: readonly Matter[] = complaining(read(text)) ? ['breach', 'complaint'] : ['breach'];
    const isEither = (matter: Matter): boolean => matter === 'breach' || matter === 'complaint';
    const place = raised.findIndex(isEither);
    const others = raised.filter((matter) => !isEither(matter));
    return [...others.slice(0, place), ...both, ...others.slice(place)];
  };
  return { isBreach, isElsewhere, asBreach };
}
