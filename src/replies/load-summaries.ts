import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import type { Notice, NoticeSection } from '../notice/notice';
import { figuresHold } from '../search/figures-hold';
import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import type { Summaries } from './summaries';

const FOLDER = 'summaries';

/** Characters. More is no plain sentence. */
const LONGEST_SENTENCE = 140;

const sentence = z.string().trim().min(1).max(LONGEST_SENTENCE, `is longer than ${LONGEST_SENTENCE} characters`);
const HOW_MANY = 'write 3 to 5 sentences';
const summary = z.array(sentence, HOW_MANY).min(3, HOW_MANY).max(5, HOW_MANY);

type SectionSummaries = Readonly<Record<string, readonly string[]>>;

/**
 * Reads content/summaries: one file a version of the notice, with all of its sections. A version need not have a file.
 * Those of a draft are held against its sections once it is published.
 */
export function loadSummaries(contentDir: string, notice: Notice): Loaded<Summaries> {
  const loaded = versionsIn(contentDir).map((version) => ({ version, ...loadVersion(contentDir, version, notice) }));
  return {
    value: new Map(loaded.map(({ version, value = {} }) => [version, new Map(Object.entries(value))])),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

function versionsIn(contentDir: string): readonly string[] {
  const folder = join(contentDir, FOLDER);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => name.slice(0, -'.yaml'.length));
}

function loadVersion(contentDir: string, version: string, notice: Notice): Loaded<SectionSummaries | undefined> {
  const file = `${FOLDER}/${version}.yaml`;
  const published = notice.versions.find((one) => one.version === version);
  if (published) return readYaml(contentDir, file, summariesOf(published.sections));
  if (existsSync(join(contentDir, 'notice', version))) return readYaml(contentDir, file, z.record(z.string(), summary));
  const problem = `there is no version "${version}" of the notice`;
  return { value: undefined, problems: [{ file, line: 1, problem, rule: 'file-name' }] };
}

/** Exactly these sections, and in no summary a figure that its section does not have. */
function summariesOf(sections: readonly NoticeSection[]): z.ZodType<SectionSummaries> {
  return z.strictObject(Object.fromEntries(sections.map((section) => [section.id, summaryOfSection(section)])));
}

function summaryOfSection({ passages }: NoticeSection): z.ZodType<readonly string[]> {
  const words = passages.map(({ text }) => text).join('\n');
  return summary.refine(
    (sentences) => figuresHold(sentences.join(' '), words),
    'has a figure that the section does not',
  );
}
