import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { loadNotice, versionChecksums } from '../../src/notice/load-notice';
import type { Notice } from '../../src/notice/notice';

/** A content folder of a test's own, with a made-up notice. Files can be changed before they are loaded. */
export class ContentFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'content-'));

  /** @param file path from the content folder */
  write(file: string, text: string): this {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
    return this;
  }

  delete(file: string): this {
    rmSync(join(this.path, file));
    return this;
  }

  /** Lists these versions in notice/versions.yaml; published ones are frozen as their files are now. */
  list(...entries: readonly ListedVersion[]): this {
    return this.write('notice/versions.yaml', entries.map((entry) => this.yamlOf(entry)).join(''));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private yamlOf({ version, publishedAs, from, status }: ListedVersion): string {
    const head = `- version: ${version}\n  published-as: ${publishedAs}\n  in-force-from: ${from}\n  status: ${status}\n`;
    if (status === 'draft') return head;
    const checksums = Object.entries(versionChecksums(this.path, version));
    return `${head}  checksums:\n${checksums.map(([file, checksum]) => `    ${file}: ${checksum}\n`).join('')}`;
  }
}

export interface ListedVersion {
  readonly version: string;
  readonly publishedAs: string;
  /** YYYY-MM-DD */
  readonly from: string;
  readonly status: 'draft' | 'published';
}

export const JANUARY_2024 = {
  version: '2024-01',
  publishedAs: 'January 2024',
  from: '2024-01-15',
  status: 'published',
} as const;
export const JULY_2025 = {
  version: '2025-07',
  publishedAs: 'July 2025',
  from: '2025-07-01',
  status: 'published',
} as const;
export const DRAFT_2026 = {
  version: '2026-02',
  publishedAs: 'February 2026',
  from: '2026-02-01',
  status: 'draft',
} as const;

/** A section file. */
export function sectionFile(id: string, title: string, body: string): string {
  return `---\nid: ${id}\ntitle: ${title}\n---\n\n${body}\n`;
}

/**
 * A library's notice in two published versions and a draft. The second keeps videos for 10 days instead of 20, and
 * comes into force in summer time.
 */
export function aContentFolder(): ContentFolder {
  const folder = new ContentFolder();
  for (const [version, days] of [
    ['2024-01', 20],
    ['2025-07', 10],
    ['2026-02', 5],
  ] as const) {
    folder
      .write(
        `notice/${version}/010-introduction.md`,
        sectionFile('introduction', 'How our library uses your details', 'We lend books & films.'),
      )
      .write(`notice/${version}/020-keeping.md`, sectionFile('keeping', 'How long we keep things', keeping(days)))
      .write(`notice/${version}/030-contact.md`, sectionFile('contact', 'Contact', CONTACT));
  }
  return folder.list(JULY_2025, JANUARY_2024, DRAFT_2026);
}

/** The two published versions of the library's notice. */
export function aNotice(): Notice {
  const folder = aContentFolder();
  const { value } = loadNotice(folder.path);
  folder.remove();
  return value;
}

const keeping = (days: number) => `We keep:

- library cards for 3 years;
- videos of the entrance for ${days} days.

Then we delete them in this order:

1. Videos.
2. Cards.`;

const CONTACT = `Write to us at:

The Library
1 High Street
Ambridge

Or send an e-mail to desk@library.example, or see www.library.example/help.`;
