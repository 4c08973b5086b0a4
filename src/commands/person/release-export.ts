import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from '../../config';
import { loadContent } from '../../content';
import { AppError } from '../../shared/app-error';
import { systemClock } from '../../shared/clock';
import { describeProblem } from '../../shared/content-problem';
import { countPassages, hidePassages } from '../../subject-access/hide-passages';
import { leftOutOf } from '../../subject-access/load-bundle-words';
import { searchedBy } from '../../subject-access/manifest';
import { PASSAGES_FILE, readPassages, type CheckedPassages } from '../../subject-access/passages-file';
import { countsOf, type PersonData } from '../../subject-access/person-data';
import { personPage } from '../../web/pages/person-page';
import { caseLabels } from './case-labels';
import { json, readDraft, writeBundle } from './export-folder';
import { madeBy } from './made-by';

/** Of a release, in the folder of its export. */
const RELEASE = 'release';

/**
 * Writes what the person gets, without the passages that an operator wants hidden.
 *
 * @throws AppError `not_understood` when nobody has read the draft and decided about every passage
 */
export function releaseExport(config: Config, folder: string): string {
  const { draft, hash } = readDraft(folder);
  const checked = readChecked(folder, hash, draft.data);
  const madeAt = systemClock.now();
  const { bundleWords: words, forms } = loadContent(config.contentDir, madeAt);
  const places = countPassages(draft.data, checked.hidden);
  const data = hidePassages(draft.data, checked.hidden, words.hidden);
  const leftOut = leftOutOf(words);
  const files = {
    'your-information.html': personPage({ data, words, labels: caseLabels(forms), madeAt, leftOut, isDraft: false }),
    'your-information.json': json(data),
  };
  const target = join(folder, RELEASE);
  writeBundle(target, files, {
    state: 'released',
    madeAt: madeAt.toISOString(),
    madeBy: madeBy(),
    searchedBy: searchedBy(draft.identifiers),
    counts: countsOf(data),
    leftOut,
    checkedBy: checked.checkedBy,
    hidden: { passages: checked.hidden.length, places },
  });
  return `hidden: ${checked.hidden.length} passages in ${places} places\nwritten to ${target}\n`;
}

function readChecked(folder: string, hash: string, data: PersonData): CheckedPassages {
  const file = join(folder, PASSAGES_FILE);
  if (!existsSync(file)) throw refused([`there is no ${file}: npm run -s person -- redact makes it`]);
  const { value, problems } = readPassages(readFileSync(file, 'utf8'));
  if (!value) throw refused(problems.map(describeProblem));
  if (value.draft !== hash) throw refused([`${file} is about another draft`]);
  // A passage that was typed wrongly would be hidden nowhere.
  const nowhere = value.hidden.filter((text) => countPassages(data, [text]) === 0).length;
  if (nowhere > 0)
    throw refused([`${nowhere} of the passages to hide stand nowhere in the draft: look at how they are spelt`]);
  return value;
}

const refused = (problems: readonly string[]): AppError =>
  new AppError('not_understood', ['Nothing was released.', ...problems].join('\n'));
