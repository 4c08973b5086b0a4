import type { ContentProblem, Loaded } from '../shared/content-problem';
import type { Block } from './block';
import { readFrontMatter } from './front-matter';
import { brokenMarkupRule } from './markup-rules';
import { squeezed } from './plain-text';

/** A section file in pieces. */
export interface ParsedSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const KEYS = ['id', 'title'] as const;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ITEM = /^(?:-|(\d+)\.)\s+(\S.*)$/;

/** Characters. What is longer than any line of an address is a paragraph that was cut into lines. */
const LONGEST_ADDRESS_LINE = 60;

/** Reads a section: front matter, then paragraphs, `- ` and `1. ` lists and groups of lines; nothing else is allowed. */
export function parseSection(file: string, source: string): Loaded<ParsedSection> {
  const { value: frontMatter, problems } = readFrontMatter(file, source, KEYS);
  const id = frontMatter.fields.get('id');
  const title = frontMatter.fields.get('title');
  const body = readBody(file, frontMatter.body, frontMatter.bodyLine);
  const found = [...problems, ...body.problems];
  if (id && !ID.test(id.value)) {
    const problem = `"${id.value}" is no id: write small letters, digits and single hyphens`;
    found.push({ file, line: id.line, problem, rule: 'id-form' });
  }
  if (problems.length === 0 && body.value.length === 0) {
    found.push({ file, line: frontMatter.bodyLine, problem: 'the section has no words', rule: 'not-empty' });
  }
  return {
    value: { id: id?.value ?? '', title: squeezed(title?.value ?? ''), blocks: body.value },
    problems: found,
  };
}

function readBody(file: string, lines: readonly string[], firstLine: number): Loaded<Block[]> {
  const blocks = readBlocks(lines, firstLine);
  const marked = lines.flatMap((text, index): ContentProblem[] => {
    const broken = brokenMarkupRule(text);
    return broken ? [{ file, line: firstLine + index, problem: broken.problem, rule: broken.rule }] : [];
  });
  const misshapen = blocks.flatMap((block, index) => blockProblems(file, block, blocks[index - 1]));
  return { value: blocks, problems: [...marked, ...misshapen].sort((a, b) => a.line - b.line) };
}

function readBlocks(lines: readonly string[], firstLine: number): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  lines.forEach((raw, index) => {
    const text = squeezed(raw);
    const item = ITEM.exec(text);
    const last = blocks.at(-1);
    if (item) {
      blocks.push({ ...itemOf(item), line: firstLine + index });
    } else if (text !== '' && isOpen && last) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${text}` };
    } else if (text !== '') {
      blocks.push({ form: 'paragraph', text, line: firstLine + index });
    }
    isOpen = text !== '';
  });
  return blocks;
}

function itemOf([, number, text = '']: RegExpExecArray): Omit<Block, 'line'> {
  return number === undefined ? { form: 'bullet', text } : { form: 'numbered', text, number: Number(number) };
}

function blockProblems(file: string, block: Block, before: Block | undefined): ContentProblem[] {
  const { form, line } = block;
  const lines = block.text.split('\n');
  if (form === 'paragraph') {
    return lines.length > 1 && lines.some(({ length }) => length > LONGEST_ADDRESS_LINE)
      ? [{ file, line, problem: 'write a paragraph in one line; only an address has several', rule: 'one-line' }]
      : [];
  }
  if (lines.length > 1) {
    const problem = 'write an item in one line, and leave an empty line after a list';
    return [{ file, line: line + 1, problem, rule: 'one-line' }];
  }
  const expected = before?.form === 'numbered' ? (before.number ?? 0) + 1 : 1;
  return form === 'numbered' && block.number !== expected
    ? [{ file, line, problem: `this item should have the number ${expected}`, rule: 'numbering' }]
    : [];
}
