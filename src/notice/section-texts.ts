import { londonDay } from '../shared/london-day';
import { readSections } from './load-notice';
import { readVersionsFile } from './versions-file';

/** A section of one version, as what is written elsewhere is compared with it. */
export interface SectionText {
  readonly version: string;
  /** Path from the content folder. */
  readonly file: string;
  readonly id: string;
  /** Word for word. */
  readonly passages: readonly string[];
}

/**
 * The sections of the version in force, and of all that come into force after it, drafts included: what must agree with a
 * notice must agree with these. None where no version is in force, or the list of versions cannot be read.
 */
export function sectionsFrom(contentDir: string, now: Date): readonly SectionText[] {
  const entries = readVersionsFile(contentDir).value ?? [];
  const today = londonDay(now);
  const begun = entries.filter((entry) => entry.status === 'published' && entry['in-force-from'] <= today);
  const inForce = begun
    .map((entry) => entry['in-force-from'])
    .sort()
    .at(-1);
  if (inForce === undefined) return [];
  return entries
    .filter((entry) => entry['in-force-from'] >= inForce)
    .flatMap(({ version }) =>
      readSections(contentDir, version).map(({ file, value }) => ({
        version,
        file,
        id: value.id,
        passages: value.blocks.flatMap(({ text }) => text.split('\n')),
      })),
    );
}
