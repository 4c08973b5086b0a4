import type { Block } from './block';
import type { NoticeSection, Passage } from './notice';
import { slug, takeId } from './plain-text';

/** Characters. A longer paragraph before a list has a matter of its own and would only hide the item in a quote. */
const LONGEST_LEAD_IN = 300;

type SectionHead = Pick<NoticeSection, 'id' | 'title'>;

interface LeadIn {
  readonly leadIn?: string;
  readonly cut: boolean;
}

/**
 * Cuts a section into passages. Every block becomes one, also a paragraph that only leads into a list: "We will usually
 * keep:" is what a question about keeping in general asks for. Items of a list and addresses carry their lead-in along.
 */
export function splitPassages(section: SectionHead, blocks: readonly Block[], version: string): Passage[] {
  const taken = new Set<string>();
  return blocks.map((block, index) => {
    const id = takeId(`${section.id}/${slug(block.text) || 'passage'}`, taken);
    return {
      id,
      anchor: id.replace('/', '.'),
      version,
      sectionId: section.id,
      sectionTitle: section.title,
      form: block.form,
      text: block.text,
      ...leadInOf(blocks, index),
    };
  });
}

function leadInOf(blocks: readonly Block[], index: number): LeadIn {
  const block = blocks[index];
  if (block?.form === 'paragraph') return leadInOfAddress(block, blocks[index - 1]);
  let first = index;
  while (first > 0 && blocks[first - 1]?.form !== 'paragraph') first--;
  const before = blocks[first - 1];
  return before && before.text.length <= LONGEST_LEAD_IN ? { leadIn: before.text, cut: first < index } : { cut: false };
}

/** A paragraph of several lines is an address; "write to us at:" before it belongs to it. */
function leadInOfAddress(block: Block, before: Block | undefined): LeadIn {
  const isAddress = block.text.includes('\n');
  return isAddress && before?.form === 'paragraph' && before.text.endsWith(':')
    ? { leadIn: before.text, cut: false }
    : { cut: false };
}
