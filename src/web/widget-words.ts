import { z } from 'zod';

import type { Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { WIDGET_WORD_NAMES, type WidgetWordName, type WidgetWords } from './widget-word-names';

const FILE = 'widget/en.yaml';

/** Blanks that each text has to have: without them a date or a number would be lost. */
const BLANKS: Partial<Record<WidgetWordName, readonly string[]>> = {
  'choice-count': ['count'],
  'quote-source': ['section', 'published'],
  sent: ['time'],
  'characters-left': ['count'],
  'too-long': ['count'],
  'deleted-on': ['date'],
  'offline-retry': ['seconds'],
  'online-many': ['count'],
  'resume-about': ['when'],
  'resume-today': ['time'],
  'ended-date': ['date'],
  'deleted-messages': ['count'],
  'deleted-request': ['references'],
};

const schema = z.strictObject(
  Object.fromEntries(WIDGET_WORD_NAMES.map((name) => [name, textOf(name)])) as Record<WidgetWordName, z.ZodString>,
);

/** Reads the words of the chat panel. With problems, `value` holds no words. */
export function loadWidgetWords(contentDir: string): Loaded<WidgetWords> {
  const { value, problems } = readYaml(contentDir, FILE, schema);
  return { value: value ?? ({} as WidgetWords), problems };
}

function textOf(name: WidgetWordName): z.ZodString {
  const text = z.string().min(1, 'is empty');
  if (name === 'direction') return text.regex(/^(ltr|rtl)$/, 'is neither ltr nor rtl');
  return text.refine((value) => sameBlanks(value, BLANKS[name] ?? []), `has other blanks than ${sayBlanks(name)}`);
}

function sameBlanks(text: string, blanks: readonly string[]): boolean {
  const found = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return found.length === blanks.length && blanks.every((blank) => found.includes(blank));
}

function sayBlanks(name: WidgetWordName): string {
  return BLANKS[name]?.map((blank) => `{${blank}}`).join(', ') ?? 'none';
}
