/** Whom mail is from or for. */
export interface MailAddress {
  /** Shown instead of the address. */
  readonly name: string;
  readonly address: string;
}

/** Something, `@`, something; none of the characters that separate, quote or group addresses in a header. */
const ONE_ADDRESS = /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u;

/** Octets of an address (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
const LONGEST = 254;

/** Whether this is one address and nothing else: neither a list nor a header. Whether it exists only its server knows. */
export const isOneAddress = (text: string): boolean => ONE_ADDRESS.test(text) && Buffer.byteLength(text) <= LONGEST;

/** Reads `jo@example.org` or `Jo Bloggs <jo@example.org>`. Undefined when it is neither. */
export function readMailAddress(text: string): MailAddress | undefined {
  const [, name = '', bracketed] = /^([^<>\p{C}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  return isOneAddress(address) ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address } : undefined;
}
