/** What a line of a section file may not hold, because the notice is quoted as it stands and every mark would be read as a word. */
interface MarkupRule {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly problem: string;
}

/** The first that matches a line is reported. */
const MARKUP_RULES: readonly MarkupRule[] = [
  {
    rule: 'no-headings',
    pattern: /^\s*#{1,6}(\s|$)|^\s*={3,}\s*$/,
    problem: 'a section has one heading, its title; make a section file for each heading',
  },
  { rule: 'no-html', pattern: /<[a-z!/][^>]*>/i, problem: 'write plain words, without HTML' },
  { rule: 'no-html', pattern: /&(#x?[\da-f]+|[a-z]+\d*);/i, problem: 'write the character itself, not its HTML name' },
  { rule: 'no-images', pattern: /!\[/, problem: 'a notice has no pictures' },
  {
    rule: 'no-links',
    pattern: /\[[^\]]*\]\s*[([]/,
    problem: 'write the address itself; the page makes web and e-mail addresses into links',
  },
  { rule: 'no-tables', pattern: /\|/, problem: 'write a list; a table cannot be quoted' },
  {
    rule: 'list-marks',
    pattern: /^\s*(?:[*+]\s|[•·▪◦‣]|\d+\)\s|-(?=[^\s-]))/,
    problem: 'start each item of a list with "- " or "1. "',
  },
  {
    rule: 'plain-words',
    pattern: /\*\*|__|`|~~|^\s*>|^\s*([-*_])(\s*\1){2,}\s*$/,
    problem: 'no bold, no italic, no rules: write plain words',
  },
  { rule: 'no-nesting', pattern: /^\s+\S/, problem: 'start the line without spaces; a list has no list inside' },
];

/** The first rule that a line of a section breaks. */
export function brokenMarkupRule(line: string): MarkupRule | undefined {
  return MARKUP_RULES.find(({ pattern }) => pattern.test(line));
}
