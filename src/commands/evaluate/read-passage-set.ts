import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import type { NoticeVersion } from '../../notice/notice';
import { DECLINED } from '../../search/judge-understanding';
import { normalise } from '../../search/normalise';
import { AppError } from '../../shared/app-error';
import { QUESTION_KINDS, type LabelledQuestion } from './labelled-question';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  q: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** Names of passages in passages.tsv beside the set, or ids of passages of the notice. */
  gold: z.array(z.string()).default([]),
  flow: z.union([z.string(), z.array(z.string())]).default([]),
  why: z.enum(['off_topic', 'not_in_notice']).optional().catch(undefined),
  tags: z.array(z.string()).default([]),
});
type Line = z.infer<typeof lineSchema>;

/**
 * Reads a set that names what is right by passages: `{"q","kind","gold":[passages],"flow"}`, one a line.
 * @throws AppError `content_invalid` where a line is something else
 */
export function readPassageSet(file: string, notice: NoticeVersion): readonly LabelledQuestion[] {
  const passages = passageNames(file, notice);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [readLine(text, `${file}:${index + 1}`)]))
    .map((line, index) => toQuestion(line, index + 1, passages));
}

function readLine(text: string, place: string): Line {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('content_invalid', `${place}  is no labelled question`, { cause });
  }
}

type PassageNames = ReadonlyMap<string, { readonly id: string; readonly sectionTitle: string }>;

/** For an answer, a request that the set names is right too. */
function toQuestion(line: Line, number: number, passages: PassageNames): LabelledQuestion {
  const { q, kind, gold, flow, why, tags } = line;
  const named = gold.flatMap((name) => passages.get(name) ?? []);
  const own = kind === 'decline' ? [DECLINED] : kind === 'smalltalk' ? [kind] : [];
  return {
    id: String(line.id ?? number),
    q,
    kind,
    wanted: [...named.map(({ id }) => id), ...[flow].flat(), ...own],
    why: kind === 'decline' ? why : undefined,
    section: kind === 'answer' ? named[0]?.sectionTitle : undefined,
    tags,
  };
}

/** From the names that the set uses to our passages, by their texts. */
function passageNames(file: string, notice: NoticeVersion): PassageNames {
  const passages = notice.sections.flatMap((section) => section.passages);
  const byText = new Map(passages.map((passage) => [normalise(passage.text), passage]));
  const names = new Map(passages.map((passage) => [passage.id, passage]));
  const list = join(dirname(file), 'passages.tsv');
  if (!existsSync(list)) return names;
  for (const line of readFileSync(list, 'utf8').split('\n')) {
    const [name, , text = ''] = line.split('\t');
    const passage = byText.get(normalise(text));
    if (name !== undefined && passage) names.set(name, passage);
  }
  return names;
}
