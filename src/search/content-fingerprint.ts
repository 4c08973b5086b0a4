import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of the content folder that training reads. */
const PARTS = ['questions', 'notice', 'lexicon.yaml'];

/** Raised by whoever changes how training works, so that everybody's models are made anew. */
const RECIPE = 3;

/**
 * Identifies what a model is learnt from: the names and bytes of the questions, the notice and the lexicon. Reads a
 * megabyte in some milliseconds, so that every start can tell whether its model is that of its content.
 */
export function contentFingerprint(contentDir: string): string {
  const hash = createHash('sha256').update(`recipe ${RECIPE}\n`);
  for (const file of PARTS.flatMap((part) => filesOf(contentDir, part))) {
    const bytes = readFileSync(join(contentDir, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Paths from the content folder, in an order of their own. */
function filesOf(contentDir: string, part: string): readonly string[] {
  const path = join(contentDir, part);
  if (!existsSync(path)) return [];
  if (part.includes('.')) return [part];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(contentDir.length + 1)).sort();
}
