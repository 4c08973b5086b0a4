import { html, type Html } from './html';

/** Web and e-mail addresses, without the full stop or comma that ends a sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|www\.[\w-]+(?:\.[\w-]+)+)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

/** Makes the addresses in a line of the notice into links. The words stay the same. */
export function linkedText(text: string): Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(html`${text.slice(from, match.index)}`, link(match[0], match[2] !== undefined));
    from = match.index + match[0].length;
  }
  return [...parts, html`${text.slice(from)}`];
}

/** Web links open in a new window, as the notice itself says of its links, so that readers keep their place. */
function link(address: string, isEmail: boolean): Html {
  if (isEmail) return html`<a href="mailto:${address}">${address}</a>`;
  const target = address.startsWith('www.') ? `https://${address}` : address;
  return html`<a href="${target}" target="_blank" rel="noopener noreferrer">${address}</a>`;
}
