import { findLinks, findPhone } from '../chat/linked-text';

/** A text in which addresses can be pressed, and the given telephone number can be called. */
export function LinkedText({ text, phone }: { readonly text: string; readonly phone?: string | undefined }) {
  const parts = phone === undefined ? findLinks(text) : findPhone(text, phone);
  return (
    <>
      {parts.map((part) => {
        if (part.kind === 'text') return part.text;
        const leaves = part.href.startsWith('https:') ? { target: '_blank', rel: 'noopener' } : {};
        return (
          <a href={part.href} {...leaves}>
            {part.text}
          </a>
        );
      })}
    </>
  );
}
