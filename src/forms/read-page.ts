import type { Case } from '../rights/case';
import { forgottenStep, told, untold } from '../rights/case-changes';
import type { Change } from '../rights/cases';
import type { Told } from './form';
import { readSlot, type SlotProblem } from './read-slot';
import { tidyText } from './read-text';
import type { Slot } from './slots';

/** What a person has put into the fields of a page, and what stood in them before. */
export interface Posted {
  /** Empty for a field that was left empty, or is not on the page. */
  readonly valueOf: (slot: string) => string;
  /** Whether this value stood in the field when the page was made. */
  readonly wasShown: (slot: string, value: string) => boolean;
  /** Whether anything stood in it. */
  readonly wasFilled: (slot: string) => boolean;
}

export interface PageProblem {
  readonly slot: Slot;
  /** `contact`: a way to reply is needed. */
  readonly problem: SlotProblem | 'contact';
}

export interface PageReading {
  readonly told: readonly { readonly slot: Slot; readonly value: string }[];
  readonly emptied: readonly Slot[];
  readonly problems: readonly PageProblem[];
}

/**
 * Reads what was changed on a page. What stands there as it was shown tells nothing: another window may have put it right
 * meanwhile.
 */
export function readPage(slots: readonly Slot[], posted: Posted): PageReading {
  const news: PageReading['told'][number][] = [];
  const emptied: Slot[] = [];
  const problems: PageProblem[] = [];
  for (const slot of slots) {
    // Browsers send line ends as two characters.
    const text = tidyText(posted.valueOf(slot.name).replace(/\r\n?/g, '\n'));
    if (text === '') {
      if (posted.wasFilled(slot.name)) emptied.push(slot);
    } else if (!posted.wasShown(slot.name, text)) {
      const reading = readSlot(slot, text);
      if ('value' in reading) news.push({ slot, value: reading.value });
      else problems.push({ slot, problem: reading.problem });
    }
  }
  return { told: news, emptied, problems };
}

/** What a page changes of one case. A field that was emptied is taken back unless it was put right in another window. */
export function changeBy({ told: news, emptied }: PageReading, reference: string, posted: Posted): Change {
  const isOwn = (slot: Slot): boolean => slot.field.references.includes(reference);
  const values: Told = Object.fromEntries(
    news.filter(({ slot }) => isOwn(slot)).map(({ slot, value }) => [slot.fact, value]),
  );
  return (before, at) => {
    const gone = emptied.filter(isOwn).filter((slot) => stillStands(slot, before, posted));
    const changed = untold(gone.map(({ fact }) => fact))(told(values)(before, at), at);
    return changed === before ? before : forgottenStep(changed, at);
  };
}

function stillStands({ name, fact }: Slot, { facts }: Case, { wasShown }: Posted): boolean {
  const value = facts[fact]?.value;
  return value !== undefined && wasShown(name, value);
}
