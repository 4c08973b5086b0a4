import { domainToASCII } from 'node:url';

/** Something, an at sign and a domain with a dot; a link to it and a full stop behind it are left out. */
const EMAIL = /^(?:mailto:)?([^\s@<>]+)@([^\s@<>]+\.[^\s@<>]+?)\.?$/i;

/**
 * An e-mail address in the form in which two that reach the same mailbox are the same text. Small letters also before
 * the at sign, though RFC 5321 allows servers to tell them apart: hardly any does, and people type either.
 *
 * @returns undefined for what is none
 */
export function normaliseEmail(text: string): string | undefined {
  const [, name, domain] = EMAIL.exec(text.normalize('NFKC').trim()) ?? [];
  if (name === undefined || domain === undefined) return undefined;
  const ascii = domainToASCII(domain);
  return ascii === '' ? undefined : `${name.toLowerCase().normalize('NFKC')}@${ascii}`;
}
