/**
 * Takes the page around an element out of reach of keyboard and screen reader, as long as the element covers it.
 *
 * @returns what gives the page back, exactly as it was
 */
export function makePageInert(element: HTMLElement): () => void {
  const made: Element[] = [];
  for (let at: HTMLElement = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling === at || sibling.hasAttribute('inert')) continue;
      sibling.setAttribute('inert', '');
      made.push(sibling);
    }
  }
  return () => {
    for (const sibling of made) sibling.removeAttribute('inert');
  };
}
