/** A mail as its recipient reads it. */
export interface ReceivedMail {
  /** By name in lower case, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly headerNames: readonly string[];
  readonly text: string;
}

/** Reads a mail of one part, in plain text. */
export function readMail(raw: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const fields = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const headers = new Map(fields.map(([name, value]) => [name.toLowerCase(), decodeWords(value)]));
  const text = decodeBody(raw.slice(end + 4), headers.get('content-transfer-encoding') ?? '7bit');
  return { headers, headerNames: fields.map(([name]) => name), text: text.replace(/\r\n/g, '\n').trimEnd() };
}

/** Words of a header that are not ASCII (RFC 2047). */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, encoding: string, words: string) =>
    encoding.toLowerCase() === 'b' ? Buffer.from(words, 'base64').toString() : decodeQuoted(words.replaceAll('_', ' ')),
  );
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

/** Quoted-printable (RFC 2045). */
const decodeQuoted = (words: string): string =>
  Buffer.from(
    words.replace(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
