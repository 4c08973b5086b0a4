/** As long as a message may be, in characters. */
export const LONGEST_QUESTION = 2_000;

export interface Question {
  readonly id: string | number;
  readonly q: string;
}

/** Why a line of input is no question. */
export interface BadLine {
  readonly id: string | number;
  readonly error: string;
}

/**
 * Reads one line of input: `{"id","q"}`, or plain text, which gets the number of its line as id.
 * @param lineNumber counted from 1
 */
export function readQuestion(line: string, lineNumber: number): Question | BadLine {
  const text = line.replace(/^\ufeff/, '').trim();
  const id = String(lineNumber);
  if (!text.startsWith('{')) return checkQuestion(id, text);
  const fields = parseObject(text);
  if (!fields) return { id, error: 'the line begins with { but is not JSON' };
  const ownId = typeof fields.id === 'string' || typeof fields.id === 'number' ? fields.id : id;
  return typeof fields.q === 'string'
    ? checkQuestion(ownId, fields.q)
    : { id: ownId, error: 'there is no text in "q"' };
}

function checkQuestion(id: string | number, q: string): Question | BadLine {
  if (q.trim() === '') return { id, error: 'the question is empty' };
  if (q.length > LONGEST_QUESTION) return { id, error: `the question is longer than ${LONGEST_QUESTION} characters` };
  return { id, q };
}

function parseObject(text: string): { readonly id?: unknown; readonly q?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // Not JSON: the caller says so in the line's own result.
    return undefined;
  }
}
