import { readWords } from '../../search/read-words';
import type { Speller } from '../../search/spell';
import type { Matter } from '../matter';
import { findPhrases, holdsPhrase } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** Tells complaints about information from those about other matters, and from reports of a breach. */
export interface ComplaintReader {
  readonly isBreach: (text: string) => boolean;
  /**
   * What a complaint would be about: `information`, where somebody says that they complain of how that is used, other
   * matters beside it or not; `others`, where it is of repairs, neighbours and the like; or nothing that the words tell.
   * @param isBesideOthers whether the message that it stands in is about such matters
   */
  readonly aboutWhat: (text: string, isBesideOthers: boolean) => 'information' | 'others' | undefined;
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
  const aboutInformation = holdsPhrase(content.aboutInformation, content.words);
  const complaining = createComplains(content);
  const read = (text: string): string => readWords(text, speller).join(' ');
  const isBreach = (text: string): boolean => signs(read(text));

  const aboutWhat: ComplaintReader['aboutWhat'] = (text, isBesideOthers) => {
    const words = read(text);
    if (aboutInformation(words)) return complaining(words) ? 'information' : undefined;
    return elsewhere(words) || (isBesideOthers && !signs(words)) ? 'others' : undefined;
  };

  const asBreach: ComplaintReader['asBreach'] = (raised, text) => {
    const isReport = raised.includes('breach') || (raised.includes('complaint') && isBreach(text));
    if (!isReport) return raised;
    const both: readonly Matter[] = complaining(read(text)) ? ['breach', 'complaint'] : ['breach'];
    const isEither = (matter: Matter): boolean => matter === 'breach' || matter === 'complaint';
    const place = raised.findIndex(isEither);
    const others = raised.filter((matter) => !isEither(matter));
    return [...others.slice(0, place), ...both, ...others.slice(place)];
  };
  return { isBreach, aboutWhat, asBreach };
}

/** Whether somebody complains here and now: what they say of an earlier complaint is taken out. */
function createComplains({ complains, earlier, words }: RecognitionContent): (text: string) => boolean {
  const findEarlier = findPhrases([{ label: true, phrases: earlier }], words);
  const complaining = holdsPhrase(complains, words);
  return (text) => {
    const kept = findEarlier(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
    return complaining(kept);
  };
}
