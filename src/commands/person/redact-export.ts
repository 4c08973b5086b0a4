import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from '../../config';
import { loadContent } from '../../content';
import { AppError } from '../../shared/app-error';
import { systemClock } from '../../shared/clock';
import { ownDetailsOf } from '../../subject-access/own-details';
import { finderOf } from '../../subject-access/passage';
import { PASSAGES_FILE, passagesText } from '../../subject-access/passages-file';
import { suggestPassages } from '../../subject-access/suggest-passages';
import { readDraft, writePrivate } from './export-folder';

/**
 * Writes into the folder of an export what may be about other people, for an operator to decide.
 *
 * @throws AppError `already_there` when there is such a file: somebody may have decided already
 */
export function redactExport(config: Config, folder: string): string {
  const { draft, hash } = readDraft(folder);
  const file = join(folder, PASSAGES_FILE);
  if (existsSync(file)) throw new AppError('already_there', `${file} is there already, and nothing is written over it`);
  const { controllers, pages } = loadContent(config.contentDir, systemClock.now());
  // Companies, teams and whatever else our own words name.
  const ours = JSON.stringify([controllers, pages]);
  const own = ownDetailsOf(draft.data, draft.identifiers);
  const suggestions = suggestPassages(draft.data, own, (text) => finderOf(text).test(ours));
  writePrivate(file, passagesText(suggestions, hash));
  return `suggested: ${suggestions.length}\nwritten to ${file}. Read draft.html, decide about every passage, add your own and your name.\n`;
}
