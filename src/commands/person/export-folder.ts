import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';
import type { Identifier } from '../../subject-access/identifier';
import { bundleFile, sha256, type BundleFile, type Manifest } from '../../subject-access/manifest';
import type { PersonData } from '../../subject-access/person-data';

export const DRAFT_JSON = 'draft.json';
export const DRAFT_HTML = 'draft.html';
export const MANIFEST = 'manifest.json';

/** What an export has found, and by what: a release is made of it, and not of what is kept by then. */
export interface Draft {
  readonly identifiers: readonly Identifier[];
  readonly data: PersonData;
}

/** Text that was written in a folder, under its name. */
export type Files = Readonly<Record<string, string>>;

/**
 * Writes files into a new folder, for its owner only, and a manifest of them.
 *
 * @throws AppError `already_there` when there is such a folder
 */
export function writeBundle(folder: string, files: Files, manifest: Omit<Manifest, 'files'>): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new AppError(
      isThere ? 'already_there' : 'store_unavailable',
      isThere ? `${folder} is there already, and nothing is written over it` : `${folder} cannot be made`,
      { cause },
    );
  }
  const listed = Object.entries(files).map(([name, text]): BundleFile => bundleFile(name, text));
  for (const [name, text] of Object.entries(files)) writePrivate(join(folder, name), text);
  writePrivate(join(folder, MANIFEST), json({ ...manifest, files: listed }));
}

export const writePrivate = (file: string, text: string): void =>
  writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Reads the draft of an export again.
 *
 * @throws AppError `not_understood` when the folder is no export, or the draft was changed since it was made
 */
export function readDraft(folder: string): { readonly draft: Draft; readonly hash: string } {
  const [draft, manifest] = [DRAFT_JSON, MANIFEST].map((name) => join(folder, name));
  if (draft === undefined || manifest === undefined || !existsSync(draft) || !existsSync(manifest)) {
    throw new AppError('not_understood', `${folder} is no folder of an export: npm run -s person -- export makes one`);
  }
  const text = readFileSync(draft, 'utf8');
  const hash = sha256(text);
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  if (files.find(({ name }) => name === DRAFT_JSON)?.sha256 !== hash) {
    throw new AppError(
      'not_understood',
      `${draft} was changed: export again, and decide about passages in passages.yaml`,
    );
  }
  return { draft: JSON.parse(text) as Draft, hash };
}
