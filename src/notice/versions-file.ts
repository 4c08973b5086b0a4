import { DateTime } from 'luxon';
import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';

/** Path from the content folder. */
export const VERSIONS_FILE = 'notice/versions.yaml';

const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of the file, as the command prints it');

const entry = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'write year and month, like "2023-09"; add the day if needed'),
  'published-as': z.string().min(1, 'write the month as people say it, like "September 2023"'),
  'in-force-from': z.string().refine(isDate, 'write a date like "2023-09-01"'),
  status: z.enum(['draft', 'published']),
  checksums: z.record(z.string(), checksum).optional(),
});

/** One version of the notice as content/notice/versions.yaml lists it. */
export type VersionEntry = z.infer<typeof entry>;

const entries = z.array(entry).superRefine((all, context) => {
  const report = (index: number, key: string, message: string) =>
    context.addIssue({ code: 'custom', path: [index, key], message });
  all.forEach((one, index) => {
    const earlier = all.slice(0, index);
    if (earlier.some(({ version }) => version === one.version)) report(index, 'version', 'is listed twice');
    if (earlier.some((other) => other['in-force-from'] === one['in-force-from'])) {
      report(index, 'in-force-from', 'two versions cannot come into force on one day');
    }
    if (one.status === 'published' && !one.checksums) {
      report(index, 'status', 'a published version has checksums, which freeze it; content/README.md says how');
    }
    if (one.status === 'draft' && one.checksums) report(index, 'checksums', 'a draft is not frozen: take them out');
  });
  if (!all.some(({ status }) => status === 'published')) {
    context.addIssue({ code: 'custom', path: [], message: 'no version is published' });
  }
});

/** Reads the list of versions, drafts too. */
export function readVersionsFile(contentDir: string): Loaded<readonly VersionEntry[] | undefined> {
  return readYaml(contentDir, VERSIONS_FILE, entries);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
}
