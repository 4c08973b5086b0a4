export interface WithReferencesProps {
  readonly text: string;
  readonly references: readonly string[];
}

/** A text in which references stand out, and stay in one piece. */
export function WithReferences({ text, references }: WithReferencesProps) {
  const parts = references.length > 0 ? text.split(new RegExp(`(${references.join('|')})`)) : [text];
  return <span>{parts.map((part) => (references.includes(part) ? <b class="nowrap">{part}</b> : part))}</span>;
}
