/** A heading of a report, underlined. */
export const titleLines = (words: string): readonly string[] => ['', words, '='.repeat(words.length), ''];
