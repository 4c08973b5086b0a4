import { resolve } from 'node:path';

import type { Config } from '../../config';
import { loadContent } from '../../content';
import { systemClock } from '../../shared/clock';
import { openToRead } from '../../storage/open-storage';
import { findPerson } from '../../subject-access/find-person';
import type { Identifier } from '../../subject-access/identifier';
import { leftOutOf } from '../../subject-access/load-bundle-words';
import { searchedBy } from '../../subject-access/manifest';
import { countsOf, type PersonCounts, type PersonData } from '../../subject-access/person-data';
import { personPage } from '../../web/pages/person-page';
import { caseLabels } from './case-labels';
import { DRAFT_HTML, DRAFT_JSON, json, writeBundle } from './export-folder';
import { madeBy } from './made-by';
import { readIdentifiers } from './read-identifiers';

/** Tells how much is kept of a person, and the references of their cases. */
export async function tellPerson(config: Config): Promise<string> {
  const data = await find(config, await readIdentifiers());
  const references = data.cases.map(({ reference, matter, state }) => `  ${reference}  ${matter}  ${state.name}\n`);
  return countsText(countsOf(data)) + references.join('');
}

/** Writes everything that is kept of a person into a new folder, as a draft that is not for release. */
export async function exportPerson(config: Config, folder: string): Promise<string> {
  const identifiers = await readIdentifiers();
  const data = await find(config, identifiers);
  const madeAt = systemClock.now();
  const { bundleWords: words, forms } = loadContent(config.contentDir, madeAt);
  const leftOut = leftOutOf(words);
  const files = {
    [DRAFT_JSON]: json({ identifiers, data }),
    [DRAFT_HTML]: personPage({ data, words, labels: caseLabels(forms), madeAt, leftOut, isDraft: true }),
  };
  const counts = countsOf(data);
  writeBundle(resolve(folder), files, {
    state: 'draft',
    madeAt: madeAt.toISOString(),
    madeBy: madeBy(),
    searchedBy: searchedBy(identifiers),
    counts,
    leftOut,
  });
  return `${countsText(counts)}written to ${folder}: a draft, not for release. Next: npm run -s person -- redact ${folder}\n`;
}

async function find(config: Config, identifiers: readonly Identifier[]): Promise<PersonData> {
  const store = await openToRead(config);
  try {
    return await findPerson(store, identifiers);
  } finally {
    await store.close();
  }
}

export const countsText = ({ chats, entries, cases, messages, optOuts, questions }: PersonCounts): string =>
  `chats: ${chats} (${entries} entries)\nrequests: ${cases}\nmessages that wait: ${messages}\nopt-outs: ${optOuts}\n` +
  `questions to review: ${questions}\n`;
