export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const ADDRESS = /(https:\/\/[^\s<>"]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

/** Parts a text at its web and mail addresses. */
export function findLinks(text: string): TextPart[] {
  return text
    .split(ADDRESS)
    .map((part, index): TextPart => {
      if (index % 2 === 0) return { kind: 'text', text: part };
      return { kind: 'link', text: part, href: part.startsWith('https://') ? part : `mailto:${part}` };
    })
    .filter(({ text: part }) => part !== '');
}

/** Parts a text around a telephone number; a number that is not in the text comes after it. */
export function findPhone(text: string, phone: string): TextPart[] {
  const link: TextPart = { kind: 'link', text: phone, href: `tel:${phone.replace(/\s/g, '')}` };
  const at = text.indexOf(phone);
  if (at < 0) return [{ kind: 'text', text: `${text} ` }, link];
  const parts: TextPart[] = [
    { kind: 'text', text: text.slice(0, at) },
    link,
    { kind: 'text', text: text.slice(at + phone.length) },
  ];
  return parts.filter(({ text: part }) => part !== '');
}
