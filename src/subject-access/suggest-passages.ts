import { isGivenName } from '../forms/name-words';
import type { OwnDetails } from './own-details';
import { finderOf, type Passage, type PassageKind, type Suggestion } from './passage';
import type { PersonData } from './person-data';

const NAME = "\\p{Lu}[\\p{L}'’-]+";
const NAMES = `${NAME}(?: ${NAME}){0,2}`;

/** Behind a title, whatever word it is. */
const TITLED = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Lord)\\.? (${NAMES})`, 'gu');

const RELATIONS =
  'neighbour|neighbor|friend|partner|husband|wife|ex|mum|mother|dad|father|son|daughter|child|brother|sister|gran|nan|' +
  'grandmother|grandfather|aunt|uncle|cousin|nephew|niece|carer|landlord|housing officer|caseworker|social worker|' +
  'solicitor|doctor|nurse|plumber|electrician|engineer|surveyor|manager|colleague|flatmate|lodger|tenant|lady|man|woman';

/** "my neighbour Karen", "a man called Bill" */
const RELATED = new RegExp(`\\b(?:${RELATIONS})(?: is| was|,)?(?: called| named)? (${NAMES})`, 'gu');

/** Two or three words with capitals. */
const FULL = new RegExp(`\\b${NAME}(?: ${NAME}){1,2}`, 'gu');

/** A word with a capital inside a sentence. */
const INSIDE = new RegExp(`(?<=[\\p{Ll},;] )${NAME}`, 'gu');

const EMAIL = /[^\s@<>,;:()"]+@[^\s@<>,;:()"]+\.[a-z]{2,}/gi;
const PHONE = /(?<![\p{L}\p{N}.-])(?:\+\d{1,3}|0)[\d ()-]{8,16}\d(?![\p{L}\p{N}-])/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi;

/** Characters that are shown before and behind a suggestion. */
const AROUND = 40;

/**
 * Suggests what in a person's data is about somebody else: names, addresses and numbers that are not their own. It finds
 * too much rather than too little, and cannot find everything ("the lady upstairs"): a person has to read the draft.
 *
 * @param isKnown whether words are ones that we use ourselves, such as the names of companies and sections
 */
export function suggestPassages(
  data: PersonData,
  own: OwnDetails,
  isKnown: (text: string) => boolean,
): readonly Suggestion[] {
  const texts = textsOf(data);
  const found = new Map<string, Passage>();
  for (const passage of texts.flatMap(passagesIn)) {
    const isOwn = passage.kind === 'name' || passage.kind === 'postcode' ? own.areOwnWords : own.isOwnAddress;
    if (isOwn(passage.text) || (passage.kind === 'name' && isKnown(passage.text))) continue;
    const key = passage.text.toLowerCase().replace(/\s+/g, ' ');
    if (!found.has(key)) found.set(key, passage);
  }
  return [...found.values()].map((passage) => placed(passage, texts));
}

/** What the person has said or told: what we say ourselves is about nobody else. */
function textsOf({ chats, cases, questions }: PersonData): readonly string[] {
  const said = chats.flatMap(({ entries }) =>
    entries.flatMap(({ author, activity }) => (author === 'tenant' ? (activity.text ?? []) : [])),
  );
  const told = cases.flatMap(({ words, facts }) => [
    ...words.map(({ text }) => text),
    ...Object.values(facts).map(({ value }) => value),
  ]);
  return [...said, ...told, ...questions.map(({ question }) => question)];
}

function passagesIn(text: string): readonly Passage[] {
  const all = (form: RegExp, kind: PassageKind): readonly Passage[] =>
    [...text.matchAll(form)].map(([whole, name]) => ({ text: (name ?? whole).trim(), kind }));
  const inside = all(INSIDE, 'name').filter((one) => isGivenName(one.text.toLowerCase()));
  const names = [TITLED, RELATED, FULL].flatMap((form) => all(form, 'name'));
  return [...all(EMAIL, 'email'), ...all(PHONE, 'phone'), ...all(POSTCODE, 'postcode'), ...names, ...inside];
}

function placed(passage: Passage, texts: readonly string[]): Suggestion {
  const hits = texts.flatMap((text) =>
    [...text.matchAll(finderOf(passage.text))].map(({ index }) => ({ text, index })),
  );
  const [first] = hits;
  const from = Math.max(0, (first?.index ?? 0) - AROUND);
  const context = first?.text.slice(from, first.index + passage.text.length + AROUND) ?? '';
  return { ...passage, places: hits.length, context: context.replace(/\s+/g, ' ').trim() };
}
