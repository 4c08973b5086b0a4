import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ContentProblem, Loaded } from '../shared/content-problem';
import { checksumOf } from './checksum';
import type { Notice, NoticeSection, NoticeVersion } from './notice';
import { parseSection, type ParsedSection } from './parse-section';
import { splitPassages } from './split-passages';
import { readVersionsFile, type VersionEntry } from './versions-file';

const NOTICE = 'notice';
const SECTION_FILE = /^\d{3}-[a-z0-9-]+\.md$/;

interface SectionFile {
  readonly name: string;
  /** Path from the content folder. */
  readonly file: string;
  readonly source: string;
}

/**
 * Reads every version of the notice from the content folder and checks it, drafts too; only published versions come
 * out, oldest first. All problems are told at once.
 */
export function loadNotice(contentDir: string): Loaded<Notice> {
  const listed = readVersionsFile(contentDir);
  if (!listed.value) return { value: { versions: [] }, problems: listed.problems };

  const loaded = listed.value.map((entry) => ({ entry, ...loadVersion(contentDir, entry) }));
  const versions = loaded
    .filter(({ entry }) => entry.status === 'published')
    .map(({ value }) => value)
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom));
  const problems = [...unlistedFolders(contentDir, listed.value), ...loaded.flatMap((one) => one.problems)];
  return { value: { versions }, problems };
}

/** The checksums that freeze a version, by file name, in the order of the sections. */
export function versionChecksums(contentDir: string, version: string): Readonly<Record<string, string>> {
  return Object.fromEntries(sectionFiles(contentDir, version).map(({ name, source }) => [name, checksumOf(source)]));
}

function loadVersion(contentDir: string, entry: VersionEntry): Loaded<NoticeVersion> {
  const { version } = entry;
  const files = sectionFiles(contentDir, version);
  const parsed = readSections(contentDir, version);
  const sections = parsed.map(({ value }): NoticeSection => {
    return { id: value.id, title: value.title, passages: splitPassages(value, value.blocks, version) };
  });
  const problems = [
    ...folderProblems(contentDir, version, files),
    ...parsed.flatMap((section) => section.problems),
    ...repeatedIds(parsed.map(({ file, value }) => ({ file, id: value.id }))),
    ...(entry.checksums ? changedFiles(version, files, entry.checksums) : []),
  ];
  const dates = { publishedAs: entry['published-as'], inForceFrom: entry['in-force-from'] };
  return { value: { version, ...dates, title: sections[0]?.title ?? '', sections }, problems };
}

/** The section files of a version, in order, with what is wrong in each. */
export function readSections(
  contentDir: string,
  version: string,
): readonly (Loaded<ParsedSection> & { readonly file: string })[] {
  return sectionFiles(contentDir, version).map(({ file, source }) => ({ file, ...parseSection(file, source) }));
}

function sectionFiles(contentDir: string, version: string): SectionFile[] {
  return fileNames(contentDir, version)
    .filter((name) => SECTION_FILE.test(name))
    .map((name) => {
      const file = `${NOTICE}/${version}/${name}`;
      return { name, file, source: readFileSync(join(contentDir, file), 'utf8') };
    });
}

/** Sorted. Hidden files, which some systems leave behind, do not count. */
function fileNames(contentDir: string, version: string): string[] {
  const folder = join(contentDir, NOTICE, version);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function folderProblems(contentDir: string, version: string, files: readonly SectionFile[]): ContentProblem[] {
  const folder = `${NOTICE}/${version}`;
  const strange = fileNames(contentDir, version)
    .filter((name) => !SECTION_FILE.test(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      line: 1,
      problem: 'name a section file with three digits for its place, then words: "020-your-rights.md"',
      rule: 'file-name',
    }));
  const empty = { file: folder, line: 1, problem: 'the folder has no section files', rule: 'file-exists' };
  return files.length > 0 ? strange : [...strange, empty];
}

function unlistedFolders(contentDir: string, entries: readonly VersionEntry[]): ContentProblem[] {
  return readdirSync(join(contentDir, NOTICE), { withFileTypes: true })
    .filter((item) => item.isDirectory() && !entries.some(({ version }) => version === item.name))
    .map(({ name }) => ({
      file: `${NOTICE}/${name}`,
      line: 1,
      problem: 'no version of this name is listed in notice/versions.yaml; list it, as a draft at first',
      rule: 'listed',
    }));
}

function repeatedIds(sections: readonly { file: string; id: string }[]): ContentProblem[] {
  return sections.flatMap(({ file, id }, index) => {
    const first = sections.slice(0, index).find((other) => other.id === id && id !== '');
    return first ? [{ file, line: 2, problem: `${first.file} has the id "${id}" too`, rule: 'unique' }] : [];
  });
}

function changedFiles(
  version: string,
  files: readonly SectionFile[],
  frozen: Readonly<Record<string, string>>,
): ContentProblem[] {
  const problem = (name: string, what: string): ContentProblem => ({
    file: `${NOTICE}/${version}/${name}`,
    line: 1,
    problem: `${what} since version ${version} was published. Undo that; to change words, copy the folder as a new version`,
    rule: 'frozen',
  });
  const changed = files
    .filter(({ name, source }) => frozen[name] !== checksumOf(source))
    .map(({ name }) => problem(name, name in frozen ? 'this file was changed' : 'this file was added'));
  const removed = Object.keys(frozen)
    .filter((name) => !files.some((file) => file.name === name))
    .map((name) => problem(name, 'this file was removed'));
  return [...changed, ...removed];
}
