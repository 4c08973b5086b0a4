import type { Block } from './block';
import { plainMarkdown } from './plain-markdown';
import { linesOf } from './plain-text';

export interface MarkdownSection {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface MarkdownText {
  /** Empty when the text has none. */
  readonly title: string;
  readonly sections: readonly MarkdownSection[];
}

interface OpenSection {
  title: string;
  readonly blocks: OpenBlock[];
}

interface OpenBlock {
  readonly form: Block['form'];
  readonly line: number;
  readonly lines: string[];
}

const HEADING = /^ {0,3}(#{1,6})(?:\s+|$)/;
const BULLET = /^\s*[-*+•·▪◦‣]\s+(\S.*)$/;
const NUMBERED = /^\s*(?:\d{1,3}[.)]|\(?[a-z]\))\s+(\S.*)$/i;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/;
/** Fences of code, definitions of links, lines between the head and the rows of a table: marks without words. */
const NO_WORDS = /^\s*(?:```|~~~)|^\s{0,3}\[[^\]]+\]:\s|^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

/** Characters. Lines of an address are shorter than those of a paragraph that was wrapped by an editor. */
const LONGEST_ADDRESS_LINE = 45;

/** Reads any Markdown as a notice, without complaint. What it does not know, it reads as words. */
export function readMarkdown(source: string): MarkdownText {
  const { title, lines } = withoutFrontMatter(linesOf(withoutComments(source)));
  const reader = new MarkdownReader(title);
  lines.forEach((line, index) => reader.read(line.replace(/^[\s>]*>\s?/, ''), index + 1));
  return reader.text();
}

class MarkdownReader {
  private readonly sections: OpenSection[] = [{ title: '', blocks: [] }];
  /** Whether the next line goes on with the last block. */
  private isOpen = false;

  constructor(private title: string) {}

  read(line: string, number: number): void {
    const heading = HEADING.exec(line);
    if (line.trim() === '') this.isOpen = false;
    else if (heading?.[1]) this.startSection(line.slice(heading[0].length).replace(/\s#+\s*$/, ''), heading[1].length);
    else if (UNDERLINE.test(line) && this.hasOpenLine()) this.underline(line.includes('=') ? 1 : 2);
    else if (RULE.test(line) || NO_WORDS.test(line)) this.isOpen = false;
    else this.readWords(line, number);
  }

  text(): MarkdownText {
    const sections = this.sections
      .map(({ title, blocks }) => ({ title, blocks: blocks.map(closed).filter(({ text }) => text !== '') }))
      .filter(({ blocks }) => blocks.length > 0);
    return { title: this.title, sections };
  }

  /** The first heading of the first level is the title of the notice; all others head a section. */
  private startSection(heading: string, level: number): void {
    const title = plainMarkdown(heading);
    this.isOpen = false;
    if (level === 1 && this.title === '' && this.isUntouched()) this.title = title;
    else this.sections.push({ title, blocks: [] });
  }

  private readWords(line: string, number: number): void {
    const bullet = BULLET.exec(line)?.[1];
    const numbered = NUMBERED.exec(line)?.[1];
    const last = this.blocks.at(-1);
    if (bullet !== undefined) this.add('bullet', bullet, number);
    else if (numbered !== undefined) this.add('numbered', numbered, number);
    else if (line.trimStart().startsWith('|')) this.add('paragraph', line.replace(/\|/g, ' '), number, false);
    else if (last && (this.isOpen || isContinuation(line, last))) last.lines.push(line);
    else this.add('paragraph', line, number);
  }

  private add(form: Block['form'], text: string, line: number, isOpen = true): void {
    this.blocks.push({ form, line, lines: [text] });
    this.isOpen = isOpen;
  }

  /** A heading that is marked by a line under it. */
  private underline(level: number): void {
    const heading = this.blocks.pop()?.lines.join(' ') ?? '';
    this.startSection(heading, level);
  }

  private hasOpenLine(): boolean {
    return this.isOpen && this.blocks.at(-1)?.form === 'paragraph' && this.blocks.at(-1)?.lines.length === 1;
  }

  private isUntouched(): boolean {
    return this.sections.length === 1 && this.blocks.length === 0;
  }

  private get blocks(): OpenBlock[] {
    return this.sections.at(-1)?.blocks ?? [];
  }
}

/** An item goes on after an empty line when the next paragraph is indented. */
function isContinuation(line: string, last: OpenBlock): boolean {
  return last.form !== 'paragraph' && /^(?: {2,}|\t)/.test(line);
}

function closed({ form, line, lines }: OpenBlock): Block {
  const text = isAddress(form, lines)
    ? lines
        .map(plainMarkdown)
        .filter((part) => part !== '')
        .join('\n')
    : plainMarkdown(lines.join(' '));
  return { form, text, line };
}

/** Short lines that each start anew, or lines with the hard breaks of Markdown. */
function isAddress(form: Block['form'], lines: readonly string[]): boolean {
  if (form !== 'paragraph' || lines.length < 2) return false;
  if (lines.slice(0, -1).every((line) => / {2}$|\\$/.test(line))) return true;
  return lines.every((line) => line.length <= LONGEST_ADDRESS_LINE && /^\s*[\p{Lu}\d]|@|www\./u.test(line));
}

function withoutComments(source: string): string {
  const [first = '', ...others] = source.split('<!--');
  return first + others.map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : 0)).join('');
}

function withoutFrontMatter(lines: string[]): { title: string; lines: string[] } {
  const end = lines[0]?.trimEnd() === '---' ? lines.indexOf('---', 1) : -1;
  const fields = lines.slice(1, Math.max(end, 1));
  if (end === -1 || !fields.every((line) => /^\s*$|^\s|^[\w-]+:|^[#-]/.test(line))) return { title: '', lines };
  const title = fields.find((line) => line.startsWith('title:'))?.slice('title:'.length) ?? '';
  return { title: title.trim().replace(/^(["'])(.*)\1$/, '$2'), lines: lines.slice(end + 1) };
}
